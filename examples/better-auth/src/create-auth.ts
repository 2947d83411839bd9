import type { DatabaseSync } from 'node:sqlite';
import { inspect } from 'node:util';
import { NodeSqliteDialect } from '@better-auth/kysely-adapter/node-sqlite-dialect';
import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import type { Log } from './create-log.ts';
import { createSignupPlugin, getRequestId } from './create-signup-plugin.ts';
import type { Signups } from './create-signups.ts';
import { addressHeader } from './with-origin.ts';

/** The request that Better Auth serves; nothing if there is none. */
type SignupContext = { readonly headers?: Headers } | null;

/** What Better Auth is made of here. */
export interface AuthParts {
  readonly baseURL: string;
  readonly secret: string;
  readonly database: DatabaseSync;
  readonly signups: Signups;
  readonly log: Log;
  /** Whether clients see the code of a validation error. */
  readonly showCodes?: boolean;
  /** How passwords are hashed; by default as Better Auth does it. */
  readonly password?: {
    readonly hash: (password: string) => Promise<string>;
    readonly verify: (given: { hash: string; password: string }) => Promise<boolean>;
  };
}

/** Better Auth with the flow before each user that it creates, and its tables in place. */
export async function createAuth({
  baseURL,
  secret,
  database,
  signups,
  log,
  showCodes = false,
  password,
}: AuthParts) {
  const options = {
    baseURL,
    secret,
    // Without a transaction around it all: SQLite has one writer, and an Action may take its 20 seconds.
    database: { dialect: new NodeSqliteDialect({ database }), type: 'sqlite', transaction: false },
    telemetry: { enabled: false },
    // Its own limit on requests, which NODE_ENV=production turns on, counts for each address.
    advanced: { ipAddress: { ipAddressHeaders: [addressHeader] } },
    emailAndPassword: { enabled: true, ...(password && { password }) },
    plugins: [createSignupPlugin(signups, showCodes ? ['code'] : [])],
    databaseHooks: {
      user: {
        create: {
          after: async ({ id }: { readonly id: string }, context: SignupContext) =>
            signups.setStored(getRequestId(context?.headers), id),
        },
      },
    },
    logger: {
      disableColors: true,
      log: (level: string, message: string, ...more: unknown[]) =>
        log({ type: 'better-auth', level }, { text: [message, ...more.map(toText)].join(' ') }),
    },
    onAPIError: {
      onError(error: unknown) {
        // Refusals are errors of Better Auth's API, and are in the log already.
        if (!isAPIError(error)) log({ type: 'error' }, { text: inspect(error) });
      },
    },
  } as const;
  const { runMigrations } = await getMigrations(options as never);
  await runMigrations();
  return betterAuth(options as never);
}

const toText = (value: unknown): string =>
  value instanceof Error ? `${value.name}: ${value.message}` : inspect(value);
