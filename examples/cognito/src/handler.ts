import { createRequire } from 'node:module';
import type { PreUserRegistrationModule } from '@signup-actions/types';
import type { PreSignUpTriggerHandler } from 'aws-lambda';
import { createLog, createLogConsole } from './create-log.ts';
import { createPreSignUp } from './create-pre-sign-up.ts';

const secrets = { BLOCKED_DOMAINS: readSecret('BLOCKED_DOMAINS') };
const log = createLog([{ secrets }]);
// Before the Action is loaded, which may keep the console that it finds.
globalThis.console = createLogConsole(log);

// The only Action of the tenant that needs nothing that Cognito cannot do.
const { onExecutePreUserRegistration }: PreUserRegistrationModule = createRequire(import.meta.url)(
  '../../tenant/actions/block-disposable-domains/code.js',
);
const action = { name: 'block-disposable-domains', handler: onExecutePreUserRegistration, secrets };

/** The function that Lambda calls. */
export const handler = createPreSignUp([action], log) satisfies PreSignUpTriggerHandler;

/** Throws at the start, because an Action without its secret would fail at every signup. */
function readSecret(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`Failed to start: the environment has no ${name}.`);
  return value;
}
