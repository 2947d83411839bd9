import type { Diagnostic } from '@signup-actions/runtime-core';
import { platformSentences } from '../platform/platform-rules.ts';
import { commandLineWays, type Ways } from '../platform/ways.ts';

/** The messages for a user who gives what is missing in these ways. */
export const toRunMessages = (ways: Ways) =>
  ({
    'configuration-without-value': (name: string) =>
      `event.configuration.${name} was read but has no value; ${ways.configuration(name)}.`,
    'event-field-unknown': (path: string, known: string) =>
      `${path} does not exist on the platform, which has only ${known} there; remove it from the event.`,
    'local-file': platformSentences['local-file'],
    'module-secret-without-value': (name: string, module = '') =>
      `actions.secrets.${name} of the Actions module ${module} was read but has no value; ${ways.moduleSecret(module, name)}.`,
    'package-version': (name: string, declared = '', installed = '') =>
      `The export declares ${name} ${declared}, but ${installed} is installed here; run npm install ${name}@${declared}.`,
    'secret-exposed': (name: string) =>
      `Console output shows the value of the secret ${name}; remove it.`,
    'secret-without-value': (name: string) =>
      `event.secrets.${name} was read but has no value; ${ways.secret(name)}.`,
    'undeclared-package': platformSentences['undeclared-package'],
    'undeclared-secret': platformSentences['undeclared-secret'],
    'work-left-running': (what: string) =>
      `The handler did not wait for ${what} that it had begun; await all work before the handler returns.`,
  }) as const;

/** The message of each probable mistake that is not about a call of the api, so that only the host of a run sees it. */
export const runDiagnosticMessages: ReturnType<typeof toRunMessages> =
  toRunMessages(commandLineWays);

/** A code for each of these messages. */
export type RunDiagnosticCode = keyof typeof runDiagnosticMessages;

/** A probable mistake that only the host of a run sees. */
export interface RunDiagnostic extends Omit<Diagnostic, 'call' | 'code'> {
  readonly code: RunDiagnosticCode;
}
