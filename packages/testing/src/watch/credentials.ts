import type { Action, Diagnostic } from '@signup-actions/runtime-core';
import { collectSecrets, createSecretSearch } from '@signup-actions/runtime-core/internal';
import type { Event } from '@signup-actions/types';
import type { FlowOutput } from './flow-output.ts';

/** A secret, by its name. */
export type NamedSecret = ReturnType<typeof collectSecrets>[number];

/**
 * The secrets that an Action may show nowhere. Secrets also hold settings, which it may show, so
 * the name decides. A value that came with the signup is not secret to the user.
 */
export function findCredentials(
  event: Event,
  actions: readonly Partial<Action>[],
): readonly NamedSecret[] {
  const signup = { ...event, secrets: undefined };
  return collectSecrets(actions).filter(
    (secret) =>
      isCredential(secret.name) && createSecretSearch([secret]).findIn(signup) === undefined,
  );
}

const isCredential = (name: string): boolean =>
  /key|token|secret|pass(?:word|phrase)|credential/i.test(name) && !/publi|site_?key/i.test(name);

/** A diagnostic for each credential that Actions have printed with a method of the console. */
export function findPrintedCredentials(
  { console }: FlowOutput,
  credentials: readonly NamedSecret[],
): readonly Diagnostic[] {
  if (credentials.length === 0) return [];
  const search = createSecretSearch(credentials);
  const messages = console.flatMap(({ method, text }) => {
    const name = search.findIn(text);
    return name === undefined
      ? []
      : [`console.${method} shows the value of the secret ${name}; remove it.`];
  });
  return [...new Set(messages)].map((message) =>
    Object.freeze({ code: 'secret-exposed', message }),
  );
}
