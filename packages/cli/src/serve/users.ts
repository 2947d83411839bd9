import { randomBytes } from 'node:crypto';
import type { CreatedUser } from '@signup-actions/runtime-core';
import type { JsonObject } from '../files/json.ts';
import type { Data } from './open-data.ts';

/** A user as the Management API returns it. Passwords are never kept. */
export interface StoredUser extends Omit<CreatedUser, 'user_id'> {
  readonly user_id: string;
  readonly email_verified: boolean;
  readonly created_at: string;
  readonly updated_at: string;
  readonly identities: readonly { readonly connection: string; readonly user_id: string }[];
}

/** How a user logs in: no two users of a connection have the same email address, username or phone number. */
export interface Login {
  readonly connection: string;
  readonly user: Pick<CreatedUser, 'email' | 'phone_number' | 'username'>;
}

/** The users of the server. */
export interface Users {
  readonly find: (login: Login) => StoredUser | undefined;
  /** Makes a user, who is not kept yet. Returns nothing if there is such a user, or one with that id. */
  readonly create: (login: Login, user: CreatedUser, strategy: string) => StoredUser | undefined;
  /** Writes a user to the data. */
  readonly write: (user: StoredUser) => void;
  /** Adds a user who is written. */
  readonly hold: (user: StoredUser) => void;
  readonly get: (id: string) => StoredUser | undefined;
  readonly list: () => readonly StoredUser[];
  /** Merges metadata, as the Management API does: `null` removes a property. */
  readonly update: (id: string, changes: JsonObject) => StoredUser | 'user-exists' | undefined;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
}

/** What each user has for itself. */
export const toLoginKeys = ({ connection, user }: Login): readonly string[] =>
  Object.entries({
    email: user.email?.toLowerCase(),
    username: user.username?.toLowerCase(),
    phone: user.phone_number,
  }).flatMap(([kind, name]) =>
    name === undefined ? [] : [JSON.stringify([connection, kind, name])],
  );

/** Creates the list of the users in `data`. */
export function createUsers(data: Data): Users {
  const users = new Map<string, StoredUser>();
  const logins = new Map<string, string>();
  const toOwnKeys = (user: StoredUser): readonly string[] =>
    toLoginKeys({ connection: user.identities[0]?.connection ?? '', user });
  const find: Users['find'] = (login) =>
    toLoginKeys(login).flatMap((key) => users.get(logins.get(key) ?? '') ?? [])[0];
  function hold(user: StoredUser): StoredUser {
    users.set(user.user_id, user);
    for (const key of toOwnKeys(user)) logins.set(key, user.user_id);
    return user;
  }
  const write = (user: StoredUser): void => data.write('user', user.user_id, user);
  for (const user of data.read('user') as readonly StoredUser[]) hold(user);
  return {
    find,
    write,
    hold,
    create(login, { user_id, ...user }, strategy) {
      const id = user_id ?? `${strategy}|${randomBytes(12).toString('hex')}`;
      if (find(login) || users.has(id)) return undefined;
      const now = new Date().toISOString();
      return {
        ...user,
        user_id: id,
        email_verified: false,
        created_at: now,
        updated_at: now,
        identities: [{ connection: login.connection, user_id: id.replace(/^[^|]*\|/, '') }],
      };
    },
    get: (id) => users.get(id),
    list: () => [...users.values()],
    update(id, wanted) {
      const user = users.get(id);
      if (!user) return undefined;
      const { password: _, connection: _connection, ...changes } = wanted;
      const { user_metadata: userMetadata, app_metadata: appMetadata, ...fields } = changes;
      const changed: StoredUser = {
        ...user,
        ...fields,
        ...(userMetadata !== undefined && {
          user_metadata: mergeMetadata(user.user_metadata, userMetadata),
        }),
        ...(appMetadata !== undefined && {
          app_metadata: mergeMetadata(user.app_metadata, appMetadata),
        }),
        user_id: id,
        identities: user.identities,
        created_at: user.created_at,
        updated_at: new Date().toISOString(),
      };
      if (toOwnKeys(changed).some((key) => (logins.get(key) ?? id) !== id)) return 'user-exists';
      write(changed);
      for (const key of toOwnKeys(user)) logins.delete(key);
      return hold(changed);
    },
    remove(id) {
      const user = users.get(id);
      if (!user) return;
      data.write('user', id, undefined);
      for (const key of toOwnKeys(user)) logins.delete(key);
      users.delete(id);
    },
    clear() {
      users.clear();
      logins.clear();
    },
  };
}

const mergeMetadata = (before: object | undefined, changes: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({ ...before, ...(changes as object) }).filter(([, value]) => value !== null),
  );
