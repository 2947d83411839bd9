import {
  formatOutcome,
  formatOutcomeWith,
  toOutcome,
  type Outcome,
} from '@signup-actions/runtime-core/internal';
import { createFakeClock } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { event, idle, run } from '../../test/run.ts';

/** Runs Actions on a fake clock. */
const runTimed = (
  handlers: Readonly<Record<string, PreUserRegistrationAction>>,
  clock = createFakeClock(),
): Promise<Outcome> => run(handlers, { clock, timer: clock.timer });

it('C1 C6 C7: shows what the cache returned, if the call does not show it', async () => {
  const outcome = await runTimed({
    caching: async (_event, { cache }) => {
      cache.get('missing');
      cache.set('key', 'value', { ttl: 5 });
      cache.get('key');
      cache.set('key', 'value', { ttl: 0 });
      cache.delete('key');
      cache.delete('key');
    },
  });

  expect(formatOutcomeWith(outcome, { user: [] })).toMatchInlineSnapshot(`
    "ALLOWED
    Actions
      ✓ caching  completed, 0 ms
          api.cache.get("missing") → nothing
          api.cache.set("key", "value", {"ttl":5})
          api.cache.get("key") → "value"
          api.cache.set("key", "value", {"ttl":0}) → ItemAlreadyExpired
          api.cache.delete("key")
          api.cache.delete("key") → CacheKeyDoesNotExist
    User as created"
  `);
});

it('R4 F8: shows which calls threw, and which came late', async () => {
  const outcome = await runTimed({
    floating: async (_event, api) => {
      void (async () => {
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
        api.validation.error('late', 'Too late.');
      })();
    },
    careless: async (_event, api) => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      expect(() => api.user.setUserId('')).toThrow('1 to 255');
    },
  });

  expect(formatOutcome(outcome)).toMatchInlineSnapshot(`
    "INVALID by floating
      for the log   "late"
      for the user  "Too late."
    Actions
      ✗ floating  refused, 0 ms
          api.validation.error("late", "Too late.") (late)
      ✓ careless  completed, 0 ms
          api.user.setUserId("") threw ContractError
    User not created
    Diagnostics
      ! late-call in floating: api.validation.error("late", "Too late.") was called after its handler had settled; await all work before the handler returns.
      https://signup-actions.github.io/signup-actions/diagnostics#late-call"
  `);
});

it('F6 F7: aligns the Actions, and shows how long each took or that it did not run', async () => {
  const clock = createFakeClock();
  const take =
    (ms: number): PreUserRegistrationAction =>
    async () =>
      clock.advance(ms);
  const outcome = await runTimed(
    {
      quick: take(0.26),
      steady: take(9.94),
      'takes its time': take(10.4),
      breaking: async () => {
        throw new Error('first line\nsecond line');
      },
      next: idle,
    },
    clock,
  );

  expect(formatOutcome(outcome)).toMatchInlineSnapshot(`
    "FAILED in breaking (action_error)
      Error: first line
      second line
    Actions
      ✓ quick           completed, 0.3 ms
      ✓ steady          completed, 9.9 ms
      ✓ takes its time  completed, 10 ms
      ✗ breaking        failed, 0 ms
      · next            skipped
    User not created"
  `);
});

it('shows no durations if they are not wanted, as in snapshots', async () => {
  const outcome = await runTimed({ idle });

  expect(formatOutcomeWith(outcome, { durations: false, user: [] })).toMatchInlineSnapshot(`
    "ALLOWED
    Actions
      ✓ idle  completed
    User as created"
  `);
});

it('F12: without Actions there is no section for them', async () => {
  expect(formatOutcome(await runTimed({}))).toMatchInlineSnapshot(`
    "ALLOWED
    User as created
      app_metadata   {}
      email          "ada@example.com"
      user_metadata  {}"
  `);
});

it('F13: a failure that no Action caused does not name one', async () => {
  const outcome = await run({ idle }, { event: { ...event, tenant: undefined } });

  expect(formatOutcome(outcome)).toMatchInlineSnapshot(`
    "FAILED (platform_error)
      TypeError: Failed to start the flow: event.tenant must be an object but received undefined.
    Actions
      · idle  skipped
    User not created"
  `);
});

it('C10: a diagnostic that no Action caused does not name one', async () => {
  const cache = new Map<string, string>();
  cache.get = () => {
    throw new Error('down');
  };
  const outcome = await run({}, { cache });

  expect(formatOutcomeWith(outcome, { user: [] })).toMatchInlineSnapshot(`
    "ALLOWED
    User as created
    Diagnostics
      ! cache-unavailable: The cache's store failed (down), so the flow used its in-memory records; writes may be lost.
      https://signup-actions.github.io/signup-actions/diagnostics#cache-unavailable"
  `);
});

it('colours each piece by what it means, and inserts the host’s lines', async () => {
  const outcome = await runTimed({
    counting: async (_event, api) => void api.cache.get('count'),
    invalidating: async (_event, api) => api.validation.error('invite_invalid', 'No such code.'),
    next: idle,
  });
  const denied = await runTimed({ denying: async (_event, api) => api.access.deny('bot', '') });
  const allowed = await runTimed({});
  const failed = await runTimed({ failing: () => Promise.reject(new Error('broken')) });
  const format = (each: Outcome): string =>
    formatOutcomeWith(each, {
      paint: (role, text) => `<${role}>${text}</${role}>`,
      belowVerdict: ['below the verdict'],
      belowExecution: ({ action }) => [`below ${action}`],
      belowDiagnostic: ({ code }) => [`below ${code}`],
      user: ['in place of the user'],
    });

  expect(format(outcome)).toMatchInlineSnapshot(`
    "<bad>INVALID</bad> by invalidating
      for the log   "invite_invalid"
      for the user  "No such code."
    below the verdict
    <title>Actions</title>
      <good>✓</good> counting      completed<faint>, 0 ms</faint>
          <call>api.cache.get("count")</call> → nothing
    below counting
      <bad>✗</bad> invalidating  refused<faint>, 0 ms</faint>
          <call>api.validation.error("invite_invalid", "No such code.")</call>
    below invalidating
      <faint>· next          skipped</faint>
    below next
    <title>User</title> not created"
  `);
  expect(format(denied)).toMatchInlineSnapshot(`
    "<bad>DENIED</bad> by denying
      for the log   "bot"
      for the user  ""
    below the verdict
    <title>Actions</title>
      <bad>✗</bad> denying  refused<faint>, 0 ms</faint>
          <call>api.access.deny("bot", "")</call>
    below denying
    <title>User</title> not created
    <title>Diagnostics</title>
      <warning>! deny-without-user-message</warning> in denying: api.access.deny("bot", "") has no message for the user; pass one as the second argument.
    below deny-without-user-message
      <faint>https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message</faint>"
  `);
  expect(format(allowed)).toMatchInlineSnapshot(`
    "<good>ALLOWED</good>
    below the verdict
    <title>User</title> as created
    in place of the user"
  `);
  expect(format(failed)).toMatchInlineSnapshot(`
    "<bad>FAILED</bad> in failing (action_error)
      Error: broken
    below the verdict
    <title>Actions</title>
      <bad>✗</bad> failing  failed<faint>, 0 ms</faint>
    below failing
    <title>User</title> not created"
  `);
});

it('F6: an Action that refused and then failed is shown as failed', async () => {
  const outcome = await runTimed({
    failing: async (_event, api) => {
      api.access.deny('reason', 'message');
      throw new Error('broken');
    },
  });

  expect(formatOutcome(outcome)).toContain('✗ failing  failed, 0 ms');
});

it('fields of the user that are undefined are not shown', () => {
  const signup = { user: { email: 'ada@example.com', nickname: undefined }, strategy: 'auth0' };
  const outcome = toOutcome({
    signup,
    calls: [],
    executions: [],
    secrets: [],
  });

  expect(formatOutcome(outcome)).toMatchInlineSnapshot(`
    "ALLOWED
    User as created
      email  "ada@example.com""
  `);
});

it('F6: shows what caused an error', async () => {
  const refused = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
  const failed = new TypeError('fetch failed', { cause: new AggregateError([refused], 'no\nway') });
  const outcome = await runTimed({ calling: () => Promise.reject(failed) });

  expect(formatOutcome(outcome).split('\n').slice(0, 5).join('\n')).toMatchInlineSnapshot(`
    "FAILED in calling (action_error)
      TypeError: fetch failed
        caused by AggregateError: no
        way
          caused by Error: ECONNREFUSED"
  `);
});
