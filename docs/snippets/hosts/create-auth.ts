import { signupActions } from '@signup-actions/better-auth';
import { toTenantLog, type Action } from '@signup-actions/runtime-core';
import { betterAuth, type BetterAuthOptions } from 'better-auth';

const log = (entry: object): void => console.log(JSON.stringify(entry));

export const createAuth = (
  database: NonNullable<BetterAuthOptions['database']>,
  actions: readonly Action[],
) =>
  betterAuth({
    database,
    emailAndPassword: { enabled: true },
    plugins: [
      // Last: a hook of a later plugin can still change what is stored.
      signupActions({
        actions,
        onDiagnostic: log,
        onOutcome: (outcome) => toTenantLog(outcome).forEach(log),
      }),
    ],
  });
