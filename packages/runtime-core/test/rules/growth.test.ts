import {
  formatOutcome,
  redact,
  toTenantLog,
  type Limits,
  type Outcome,
} from '@signup-actions/runtime-core';
import type { JsonValue, PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { countOperations } from '../operations.ts';
import { event, run } from '../run.ts';

/** A signup of a size. */
interface Signup {
  readonly body?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Limits>;
  readonly action: PreUserRegistrationAction;
}

const list = <Item>(size: number, item: (index: number) => Item): readonly Item[] =>
  Array.from({ length: size }, (_, index) => item(index));

const profile = (size: number, toValue: (index: number) => unknown = String) => ({
  profile: Object.fromEntries(list(size, (index) => [`key-${index}`, toValue(index)])),
});

/** Stores what the signup brought, property by property, and goes on after errors. */
const storeAll: PreUserRegistrationAction = async ({ request }, { user }) => {
  for (const [key, value] of Object.entries(request.body['profile'] as Record<string, never>)) {
    try {
      user.setUserMetadata(key, value);
    } catch {
      // Too large, or a key that is refused.
    }
  }
};

const nest = (levels: number): unknown => {
  let nested: unknown = 'end';
  for (let level = 0; level < levels; level += 1) nested = { nested };
  return nested;
};

/** What a signup can make large, each with a size from which its cost must not grow faster. */
const dimensions: Readonly<Record<string, [size: number, toSignup: (size: number) => Signup]>> = {
  'keys that fit': [100, (size) => ({ body: profile(size), action: storeAll })],
  'keys beyond the limit': [
    400,
    (size) => ({
      body: profile(size, () => 'x'.repeat(20)),
      limits: { maxMetadataBytes: 2_000 },
      action: storeAll,
    }),
  ],
  'keys that are refused': [
    500,
    (size) => ({
      body: profile(size),
      action: async ({ request }, { user }) => {
        for (const key of Object.keys(request.body['profile'] as object)) {
          try {
            user.setAppMetadata(`$${key}` as never, 1);
          } catch {
            // Refused.
          }
        }
      },
    }),
  ],
  'the size of a value': [
    1_000,
    (size) => ({
      body: { text: 'é'.repeat(size) },
      action: async ({ request }, { user }) => {
        user.setUserMetadata('text', request.body['text'] as string);
      },
    }),
  ],
  'one key again and again': [
    500,
    (size) => ({
      body: profile(size),
      action: async ({ request }, { user }) => {
        for (const key of Object.keys(request.body['profile'] as object))
          user.setUserMetadata('key', key);
      },
    }),
  ],
  refusals: [
    500,
    (size) => ({
      body: profile(size),
      action: async ({ request }, { access }) => {
        for (const key of Object.keys(request.body['profile'] as object)) access.deny(key, key);
      },
    }),
  ],
  'calls of the cache': [
    500,
    (size) => ({
      body: profile(size),
      action: async ({ request }, { cache }) => {
        for (const key of Object.keys(request.body['profile'] as object)) cache.set(key, key);
      },
    }),
  ],
  diagnostics: [
    300,
    (size) => ({
      body: profile(size),
      action: async ({ request }, { user }) => {
        for (const key of Object.keys(request.body['profile'] as object)) {
          user.setUserMetadata(key, new Date(0) as never);
        }
      },
    }),
  ],
  'values that hide secrets': [
    100,
    (size) => ({
      body: profile(size, () => 'key sk-live-4711'),
      secrets: { KEY: 'sk-live-4711', OTHER: 'aaaaaaaaaaaa' },
      action: storeAll,
    }),
  ],
  nesting: [
    60,
    (size) => ({
      body: { deep: nest(size) },
      action: async ({ request }, { user }) => {
        user.setUserMetadata('deep', request.body['deep'] as JsonValue as never);
      },
    }),
  ],
};

it.each(Object.entries(dimensions))(
  'twice as much of %s is at most twice the work',
  async (_, [size, toSignup]) => {
    const work = async (times: number): Promise<number> => {
      const { body, secrets = {}, limits, action } = toSignup(size * times);
      const request = { ...event.request, ...(body && { body }) };
      const flow = (): Promise<Outcome> =>
        run({ action }, { event: { ...event, request }, secrets, limits });
      const { operations } = await countOperations(async () => {
        const outcome = await flow();
        return [formatOutcome(outcome), toTenantLog(outcome), redact(outcome)];
      });
      return operations;
    };

    const [once, twice, fourTimes] = [await work(1), await work(2), await work(4)];

    expect(once).toBeGreaterThan(size);
    expect((fourTimes - twice) / (twice - once)).toBeLessThan(2.2);
  },
);
