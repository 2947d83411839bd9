import { defaultLimits } from '@signup-actions/runtime-core/internal';
import type { Limits } from '@signup-actions/runtime-core';
import type { Secrets } from '@signup-actions/types';
import { failedLoad, type SourceCode } from './read-code.ts';

/** What each limit is about, and what to do beyond it. */
const sentences = {
  maxCodeBytes: ['bytes of code', 'Move data and libraries into packages.'],
  maxModules: ['Actions modules per Action', 'Merge some of them.'],
  maxSecrets: ['secrets', 'Merge some of them.'],
  maxSecretNameCharacters: ['characters in the name of a secret', 'Shorten it.'],
  maxSecretValueCharacters: ['characters in the value of a secret', 'Shorten it.'],
} as const satisfies Partial<Record<keyof Limits, readonly [what: string, next: string]>>;

/** Throws if there is more of something than the platform accepts. Values are not shown: they can be secrets. */
export function assertLimit(
  { title }: SourceCode,
  limit: keyof typeof sentences,
  count: number,
): void {
  const most = defaultLimits[limit];
  if (count <= most) return;
  const [what, next] = sentences[limit];
  throw failedLoad(
    title,
    `the platform accepts at most ${most} ${what} but received ${count}`,
    next,
  );
}

/** Throws for code that is too large for the platform. */
export const assertCode = (source: SourceCode): void =>
  assertLimit(source, 'maxCodeBytes', Buffer.byteLength(source.code));

/** Throws for secrets that the platform does not accept. */
export function assertSecrets(source: SourceCode, secrets: Secrets): void {
  assertLimit(source, 'maxSecrets', Object.keys(secrets).length);
  for (const [name, value] of Object.entries(secrets)) {
    assertLimit(source, 'maxSecretNameCharacters', name.length);
    assertLimit(source, 'maxSecretValueCharacters', value.length);
  }
}
