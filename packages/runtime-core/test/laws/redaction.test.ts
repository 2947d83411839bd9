import { inspect } from 'node:util';
import {
  createRuntime,
  formatOutcome,
  redact,
  toPlatformResponse,
  toSignupResponse,
  toTenantLog,
  type Outcome,
} from '@signup-actions/runtime-core';
import { createSecretSearch, redactOutcome } from '@signup-actions/runtime-core/internal';
import { createMockEvent } from '@signup-actions/testing';
import { performCall, type ScriptCall } from '@signup-actions/testing/fast-check';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** The engine's own words: statuses, kinds, codes, methods, and the names of an outcome's properties. */
const words =
  `status allowed denied invalid failed user refusal refusals failure calls changes executions diagnostics action kind
  error name message stack code reason userMessage errorCode errorMessage userMetadata appMetadata userId index method
  args result type success record value expires_at ttl late notes received site file line column durationMs completed
  refused skipped action_error action_timeout platform_error aborted access.deny validation.error cache.get cache.set
  cache.delete user.setUserId user.setUserMetadata user.setAppMetadata secret-exposed call-after-refusal late-call
  metadata-undefined metadata-key-invalid CacheKeyDoesNotExist description actions_execution_failed`.split(
    /\s+/,
  );

const everyWord = Object.fromEntries(words.map((word, index) => [`W${index}`, word]));

const value = fc.oneof(
  fc.constant('1234'),
  fc.constantFrom(...words),
  // Values that overlap themselves and one another, and that need escapes.
  fc.string({ unit: fc.constantFrom('a', 'b', '"', '\n', '\\'), minLength: 1, maxLength: 12 }),
  fc.constantFrom('1234', '86400000', '-----BEGIN KEY-----\r\nMIIBVgIBADAN\r\n', 'key\u001b[0mkey'),
);

/** What an Action writes: the values of secrets, next to each other and alone. */
const text = fc
  .tuple(fc.array(value, { maxLength: 3 }), fc.constantFrom('', ' ', 'a'))
  .map(([parts, between]) => parts.join(between));
const json = fc.oneof(
  text,
  fc.dictionary(text, text, { maxKeys: 2 }),
  { weight: 3, arbitrary: fc.constant(1234) },
  fc.constantFrom(7, null),
  fc.array(text, { maxLength: 2 }),
);

const call: fc.Arbitrary<ScriptCall> = fc.oneof(
  fc.record({ method: fc.constant('access.deny' as const), args: fc.tuple(text, text) }),
  fc.record({ method: fc.constant('validation.error' as const), args: fc.tuple(text, text) }),
  fc.record({
    method: fc.constantFrom('user.setAppMetadata' as const, 'user.setUserMetadata' as const),
    args: fc.tuple(text, json),
  }),
  fc.record({ method: fc.constant('user.setUserId' as const), args: fc.tuple(text) }),
  fc.record({
    method: fc.constant('cache.set' as const),
    args: fc.tuple(
      text,
      text,
      fc.oneof(
        fc.constantFrom(undefined, { ttl: 86_400_000 }),
        // What the types do not allow.
        fc.record({ ttl: text, expires_at: text }, { requiredKeys: [] }) as fc.Arbitrary<never>,
      ),
    ),
  }),
  fc.record({ method: fc.constant('cache.get' as const), args: fc.tuple(text) }),
);

const scenario = fc.record({
  calls: fc.array(call, { maxLength: 4 }),
  thrown: fc.option(text, { nil: undefined }),
  action: fc.oneof(fc.constant('action'), text),
  secrets: fc.oneof(
    fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), value),
    fc.constant(everyWord),
  ),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const run = (
  { calls, thrown, action: name }: Scenario,
  secrets: Record<string, string>,
): Promise<Outcome> =>
  createRuntime({ clock: () => 0 }).run({
    event: createMockEvent(),
    actions: [
      {
        name,
        secrets,
        handler: async (_event, api) => {
          for (const made of calls) {
            try {
              performCall(api, made);
            } catch {
              // What was rejected is recorded.
            }
          }
          if (thrown !== undefined) throw Object.assign(new Error(thrown), { code: thrown });
        },
      },
    ],
  });

const toData = (outcome: Outcome): Outcome => JSON.parse(JSON.stringify(outcome)) as Outcome;

/** The parts of an outcome that others supply, by their paths; all the rest is the engine's. */
const suppliedPath =
  /(^|\.)(action|reason|userMessage|errorCode|errorMessage|received|file|value|user)$|error\.(name|message|stack)$|changes\.\w+$|args\.[01]$/;

/** What the engine wrote, and what others supplied. */
function split(data: unknown, path = ''): { own: unknown; supplied: readonly unknown[] } {
  // A lifetime is a number, unless an Action passed something else.
  const isLifetime = typeof data === 'string' && /args\.2\.\w+$/.test(path);
  if (isLifetime || suppliedPath.test(path)) return { own: 'supplied', supplied: [data] };
  // Sentences of the engine, with what was supplied redacted within them.
  if (/diagnostics\.\d+\.message$/.test(path)) return { own: 'sentence', supplied: [] };
  // The code of an error that an Action threw.
  const isThrown =
    path.endsWith('error.code') &&
    !/^(refusal-rejected|metadata-key-invalid|user-id-invalid)$/.test(String(data));
  if (isThrown) return { own: 'supplied', supplied: [data] };
  if (typeof data !== 'object' || data === null) return { own: data, supplied: [] };
  const parts = Object.entries(data).map(
    ([name, part]) => [name, split(part, path === '' ? name : `${path}.${name}`)] as const,
  );
  return {
    own: parts.map(([name, part]) => [name, part.own]),
    supplied: parts.flatMap(([, part]) => part.supplied),
  };
}

/** Whether a string of this data shows the value of a secret. */
function shows(data: unknown, secret: string): boolean {
  if (typeof data === 'number') return secret === String(data);
  if (typeof data === 'object' && data !== null)
    return Object.entries(data)
      .flat()
      .some((part) => shows(part, secret));
  if (typeof data !== 'string' || secret === '') return false;
  return secret.length < 6
    ? data === secret
    : data.replaceAll(/\[secret \w+\]/g, '\0').includes(secret);
}

it('redacts what stands where an outcome has lists, as in JSON that another program has changed', () => {
  const search = createSecretSearch([{ name: 'API_KEY', value: 'example-api-key' }]);
  const odd = {
    status: 'allowed',
    refusals: 'example-api-key',
    calls: [{ args: 'example-api-key' }],
  };

  expect(redactOutcome(odd as never, search)).toMatchObject({
    refusals: '[secret API_KEY]',
    calls: [{ args: '[secret API_KEY]' }],
  });
});

it('redaction changes no status, code or name of the engine, and no supplied string shows a value', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (drawn) => {
      const plain = await run(drawn, {});
      const outcome = await run(drawn, drawn.secrets);
      const expected = split({ ...toData(plain), user: undefined });

      for (const copy of [outcome, redact(outcome), redact({ ...outcome })].map(toData)) {
        // Only with secrets can one be exposed; the user is stored as it is.
        const diagnostics = copy.diagnostics.filter(({ code }) => code !== 'secret-exposed');
        const { own, supplied } = split({ ...copy, diagnostics, user: undefined });

        expect(own).toEqual(expected.own);
        const shown = Object.values(drawn.secrets).filter((secret) => shows(supplied, secret));
        expect(shown).toEqual([]);
      }
      expect(toTenantLog(outcome).map(({ type }) => type)).toEqual(
        toTenantLog(plain).map(({ type }) => type),
      );
      expect(toSignupResponse({ ...outcome }).status).toBe(toSignupResponse(plain).status);
      expect(toPlatformResponse(outcome).status).toBe(toPlatformResponse(plain).status);
      expect(formatOutcome(outcome).slice(0, 6)).toBe(formatOutcome(plain).slice(0, 6));
      expect(inspect(outcome)).toContain(`status: '${plain.status}'`);
    }),
  );
});

/** Parts of one string as values, and a string that contains them side by side. */
const overlapping = fc
  .tuple(
    fc.string({ unit: fc.constantFrom('a', 'a', 'b'), minLength: 14, maxLength: 20 }),
    fc.array(fc.tuple(fc.nat(8), fc.integer({ min: 6, max: 9 })), { minLength: 1, maxLength: 3 }),
    fc.array(fc.nat(20), { maxLength: 3 }),
  )
  .map(([whole, parts, cuts]) => ({
    values: parts.map(([start, length]) => whole.slice(start, start + length)),
    searched: whole + cuts.map((cut) => whole.slice(cut)).join(''),
  }));

it('redaction replaces exactly what the values cover, however they overlap', () => {
  fc.assert(
    fc.property(overlapping, ({ values, searched }) => {
      const { redact: redactValues } = createSecretSearch(
        values.map((secret, index) => ({ name: `${index}`, value: secret })),
      );
      const covered = new Set<number>();
      for (let at = 0; at < searched.length; at += 1) {
        const longest = Math.max(
          ...values.map((secret) => (searched.startsWith(secret, at) ? secret.length : 0)),
        );
        for (let offset = 0; offset < longest; offset += 1) covered.add(at + offset);
      }

      expect(redactValues(searched).replaceAll(/\[secret \d\]/g, '')).toBe(
        Array.from(searched, (character, at) => (covered.has(at) ? '' : character)).join(''),
      );
    }),
  );
});
