import type { DatabaseSync } from 'node:sqlite';
import { NodeSqliteDialect } from '@better-auth/kysely-adapter/node-sqlite-dialect';
import { toTenantLog } from '@signup-actions/runtime-core';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { addressHeader, getConnectionAddress } from './connection-address.ts';
import type { Flows } from './flows.ts';
import { toEvent } from './to-event.ts';
import { toStoredUser } from './to-stored-user.ts';

/** What a server is made of. */
export interface AuthParts {
  readonly baseURL: string;
  readonly secret: string;
  readonly database: DatabaseSync;
  readonly flows: Flows;
  /** Hears what is meant for the log: reasons and causes, which no client sees. */
  readonly log: (line: string) => void;
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
  flows,
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
    user: {
      additionalFields: {
        userMetadata: { type: 'json', required: false, input: false },
        // Only for the application: clients do not get it.
        appMetadata: { type: 'json', required: false, input: false, returned: false },
      },
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user: { email: string; name?: string }, context: SignupContext) => {
            const event = toEvent({
              user,
              body: context?.body ?? {},
              headers: context?.headers,
              ip: getConnectionAddress(context?.headers),
            });
            const outcome = await flows.decide(event);
            // As JSON: a reason may contain user input, and a line break in it must not become a line of the log.
            for (const entry of toTenantLog(outcome)) log(JSON.stringify(entry));
            return {
              data: { ...user, ...toStoredUser(outcome, { include: showCodes ? ['code'] : [] }) },
            };
          },
        },
      },
    },
  } as const;
  const { runMigrations } = await getMigrations(options as never);
  await runMigrations();
  return betterAuth(options as never);
}

type SignupContext = { readonly body?: Record<string, unknown>; readonly headers?: Headers } | null;
