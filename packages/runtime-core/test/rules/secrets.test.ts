import { inspect } from 'node:util';
import {
  createRuntime,
  formatOutcome,
  redact,
  toPlatformResponse,
  toSignupResponse,
  toTenantLog,
  type AllowedOutcome,
  type Diagnostic,
  type Outcome,
} from '@signup-actions/runtime-core';
import { toUnstored } from '@signup-actions/runtime-core/internal';
import { createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { event, run } from '../run.ts';

const key = 'hunter2hunter2';

/** Everything that shows an outcome to somebody. */
const sinks: Readonly<Record<string, (outcome: Outcome) => unknown>> = {
  redact: (outcome) => ({ ...redact(outcome), user: undefined }),
  'redact of a copy': (outcome) => ({ ...redact({ ...outcome }), user: undefined }),
  'structuredClone of redact': (outcome) => ({
    ...structuredClone(redact(outcome)),
    user: undefined,
  }),
  'JSON.stringify': (outcome) => ({
    ...(JSON.parse(JSON.stringify(outcome)) as object),
    user: undefined,
  }),
  'util.inspect': (outcome) => inspect(outcome, { depth: 99 }),
  formatOutcome,
  'formatOutcome of a copy': (outcome) => formatOutcome({ ...outcome }),
  toSignupResponse: (outcome) => toSignupResponse(outcome, { include: ['code', 'reason'] }),
  'toSignupResponse of a copy': (outcome) => toSignupResponse({ ...outcome }),
  toPlatformResponse,
  'toPlatformResponse of a copy': (outcome) => toPlatformResponse({ ...outcome }),
  toTenantLog,
  'toTenantLog of a copy': (outcome) => toTenantLog({ ...outcome }),
  diagnostics: ({ diagnostics }) => diagnostics,
};

const actions: Readonly<Record<string, PreUserRegistrationAction>> = {
  allows: async ({ secrets }, { user }) =>
    user
      .setUserMetadata(`m-${secrets['KEY']}`, { [`${secrets['KEY']}`]: [`${secrets['KEY']}`] })
      .user.setUserId(`${secrets['KEY']}`),
  denies: async ({ secrets }, { access }) =>
    access.deny(`reason ${secrets['KEY']}`, `message ${secrets['KEY']}`),
  'denies with an error': async ({ secrets }, { access }) =>
    access.deny(new Error(secrets['KEY']) as never, `message ${secrets['KEY']}`),
  invalidates: async ({ secrets }, { validation }) =>
    validation.error(`code ${secrets['KEY']}`, `message ${secrets['KEY']}`),
  fails: async ({ secrets }) => {
    throw Object.assign(new Error(`broken ${secrets['KEY']}`), {
      name: `Error${secrets['KEY']}`,
      code: secrets['KEY'],
    });
  },
  'uses the cache': async ({ secrets }, { cache }) => {
    cache.set(`${secrets['KEY']}`, `is ${secrets['KEY']}`);
    cache.get(`${secrets['KEY']}`);
    cache.set('key', 'value', { ttl: secrets['KEY'] as never });
  },
};

const flows = Object.entries(actions).flatMap(([name, action]) =>
  Object.keys(sinks).map((sink) => [name, sink, action] as const),
);

it.each(flows)('an Action that %s: %s shows no secret', async (_, sink, action) => {
  const store = {
    get: () => Promise.reject(new Error(`unreachable with ${key}`)),
    set: () => false,
    delete: () => false,
  };
  const outcome = await run(
    { [`action ${key}`]: action },
    {
      secrets: { KEY: key },
      cache: store,
      event: { ...event, user: { email: `${key}@example.com`, name: key } },
    },
  );

  expect(JSON.stringify(outcome.calls) + inspect(outcome.failure)).toContain(key);
  expect(inspect(sinks[sink]?.(outcome), { depth: 99 })).not.toContain(key);
});

it('no event has the secrets of a module, and they are hidden as its own', async () => {
  const handler: PreUserRegistrationAction = async ({ secrets }, { access }) =>
    access.deny(`${Object.keys(secrets).join()} ${key}`, '');
  const outcome = await createRuntime().run({
    event,
    actions: [
      { name: 'action', handler, secrets: { OWN: 'own' }, moduleSecrets: { team: { KEY: key } } },
    ],
  });

  expect(redact(outcome).refusal).toMatchObject({ reason: 'OWN [secret team.KEY]' });
});

it('a late call passes no secret to the host', async () => {
  const late: Diagnostic[] = [];
  let resume = (): void => {};
  const action: PreUserRegistrationAction = async ({ secrets }, { access }) => {
    const waiting = new Promise<void>((resolve) => {
      resume = resolve;
    });
    void waiting.then(() => access.deny(`${secrets['KEY']}`, ''));
  };
  await run(
    { [`action ${key}`]: action },
    { secrets: { KEY: key }, onDiagnostic: (diagnostic) => void late.push(diagnostic) },
  );
  resume();
  await Promise.resolve();

  expect(late.map(({ code }) => code)).toContain('late-call');
  expect(JSON.stringify(late)).not.toContain(key);
});

it('the values of secrets may be the words of an outcome', async () => {
  const words = { A: 'denied', B: 'status', C: 'refusal', D: 'reason', E: 'error', F: 'calls' };
  const outcome = await run({ action: actions['denies'] as never }, { secrets: words });

  expect(redact(outcome)).toMatchObject({ status: 'denied', refusal: { status: 'denied' } });
  expect(toTenantLog(outcome)).toEqual([
    { type: 'fs', description: 'pre-user-registration: [secret D] undefined' },
  ]);
  expect(formatOutcome(outcome)).toContain('DENIED by action');
  expect(toSignupResponse(outcome).status).toBe(403);
});

it('an outcome that hides secrets equals its clone, and loops do not see them', async () => {
  const outcome = await run({ action: actions['denies'] as never }, { secrets: { KEY: key } });

  expect(structuredClone(outcome)).toEqual(outcome);
  expect(Reflect.ownKeys({ ...outcome })).toEqual(Object.keys(outcome));
  expect(Object.isFrozen(outcome.refusals)).toBe(true);
});

it('a number that is the value of a secret is redacted in metadata, and not in a lifetime', async () => {
  const action: PreUserRegistrationAction = async (_event, { user, cache }) => {
    user.setAppMetadata('pin', { codes: [3_600_000, 7] });
    cache.set('key', 'value', { ttl: 3_600_000 });
  };
  const outcome = await run({ action }, { secrets: { PIN: '3600000' }, clock: () => 0 });

  expect(redact(outcome)).toMatchObject({
    changes: { appMetadata: { pin: { codes: ['[secret PIN]', 7] } } },
    calls: [{}, { args: ['key', 'value', { ttl: 3_600_000 }] }],
  });
});

it('no escape sequence of a terminal gets through formatOutcome', async () => {
  const clear = '\u001b[2J\u009b31m\u202e\u2066\r\n\u0007';
  const everywhere: PreUserRegistrationAction = async (_event, { user, cache }) => {
    user.setUserMetadata(clear, { [clear]: clear });
    cache.set(clear, clear);
    cache.get(clear);
    throw Object.assign(new Error(clear), { name: clear });
  };
  const refuse: PreUserRegistrationAction = async (_event, { access }) =>
    access.deny(Symbol(clear) as never, clear);
  const failed = await run({ [clear]: everywhere }, { secrets: { [clear]: 'boom!!' } });
  const odd = { ...event, user: { [clear]: clear } };
  const cache = { get: () => Promise.reject(new Error(clear)), set: () => {}, delete: () => {} };
  const others = await Promise.all([
    run({ [clear]: refuse }),
    run({ [clear]: async () => {} }, { event: odd, cache }),
    createRuntime().run({ event: odd as never, actions: [{ name: clear, handler: 7 as never }] }),
  ]);

  for (const outcome of [failed, ...others]) {
    // oxlint-disable-next-line no-control-regex -- these are what it looks for
    expect(formatOutcome(outcome)).not.toMatch(
      /[^\n\u0020-\u007e\u00a0-\u061b\u061d-\u2027\u2030-\u2065\u2070-\uffff]/,
    );
  }
  expect(formatOutcome(failed).split('\n').slice(0, 3)).toMatchInlineSnapshot(`
    [
      "FAILED in \\u001b[2J\\u009b31m\\u202e\\u2066\\u000d\\u000a\\u0007 (action_error)",
      "  \\u001b[2J\\u009b31m\\u202e\\u2066\\u000d",
      "  \\u0007: \\u001b[2J\\u009b31m\\u202e\\u2066\\u000d",
    ]
  `);
});

it.each<[string, Record<string, string>, object]>([
  [
    'the body',
    { INVITE_CODES: 'spring-7f3a' },
    { request: { body: { 'ulp-invite': 'spring-7f3a' } } },
  ],
  ['a part of the address', { BLOCKED: 'bad.example' }, { user: { email: 'eve@bad.example' } }],
  ['a whole short value', { PIN: '42' }, { request: { body: { pin: '42' } } }],
])('a value that came with %s is not exposed, and stays redacted', async (_, secrets, parts) => {
  const [value = ''] = Object.values(secrets);
  const tell: PreUserRegistrationAction = async (_event, { access }) => access.deny(value, 'No.');
  const overrides = createMockEvent({ ...parts, secrets });

  const known = await run({ tell }, { event: overrides, secrets });
  const unknown = await run({ tell }, { secrets });

  expect(known.diagnostics).toEqual([]);
  expect(unknown.diagnostics.map(({ code }) => code)).toEqual(['secret-exposed']);
  expect(JSON.stringify([known, toTenantLog(known)])).not.toContain(`"${value}"`);
});

it('a value that came with the signup does not hide another secret', async () => {
  const secrets = { KNOWN: 'spring-7f3a', KEY: key };
  const tell: PreUserRegistrationAction = async (_event, { access }) =>
    access.deny(`spring-7f3a ${key}`, 'No.');
  const { diagnostics } = await run(
    { tell },
    { event: createMockEvent({ user: { name: 'spring-7f3a' } }), secrets },
  );

  expect(diagnostics.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "api.access.deny("[secret KNOWN] [secret KEY]", "No.") exposes the value of the secret KEY; remove it.",
    ]
  `);
});

it('an outcome that is not whole is redacted as far as it goes', async () => {
  const outcome = await run({ action: actions['denies'] as never }, { secrets: { KEY: key } });
  const odd = { ...outcome, calls: [{ args: key }], executions: key, refusal: key, [key]: 1 };

  expect(redact(odd as never)).toMatchObject({
    calls: [{ args: '[secret KEY]' }],
    executions: '[secret KEY]',
    refusal: '[secret KEY]',
    '[secret KEY]': 1,
  });
});

it('an Action that writes a secret into its event still exposes it', async () => {
  const expose: PreUserRegistrationAction = async ({ request, secrets }, { user }) => {
    const { body } = request as { body: Record<string, unknown> };
    body['key'] = secrets['KEY'];
    user.setUserMetadata('key', String(body['key']));
  };
  const { diagnostics } = await run({ expose }, { secrets: { KEY: key } });

  expect(diagnostics.map(({ code }) => code)).toEqual(['secret-exposed']);
});

it('an allowed outcome that a host could not store hides its secrets', async () => {
  const expose: PreUserRegistrationAction = async ({ secrets }, { user }) =>
    user.setUserMetadata('key', `${secrets['KEY']}`);
  const outcome = await run({ expose }, { secrets: { KEY: key } });
  const failed = toUnstored(outcome as AllowedOutcome, { name: 'Error', message: `no ${key}` });

  expect(failed).toMatchObject({ status: 'failed', failure: { kind: 'platform_error' } });
  for (const show of Object.values(sinks))
    expect(inspect(show(failed), { depth: 99 })).not.toContain(key);
});
