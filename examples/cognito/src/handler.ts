import { createRequire } from 'node:module';
import type { PreUserRegistrationModule } from '@signup-actions/types';
import type { PreSignUpTriggerHandler } from 'aws-lambda';
import { createPreSignUp } from './create-pre-sign-up.ts';

// The only Action of the tenant that needs nothing that Cognito cannot do.
const { onExecutePreUserRegistration }: PreUserRegistrationModule = createRequire(import.meta.url)(
  '../../tenant/actions/block-disposable-domains/code.js',
);

/** The function that Lambda calls. */
export const handler = createPreSignUp([
  {
    name: 'block-disposable-domains',
    handler: onExecutePreUserRegistration,
    secrets: { BLOCKED_DOMAINS: readSecret('BLOCKED_DOMAINS') },
  },
]) satisfies PreSignUpTriggerHandler;

/** Throws at the start, because an Action without its secret would fail at every signup. */
function readSecret(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`Failed to start: the environment has no ${name}.`);
  return value;
}
