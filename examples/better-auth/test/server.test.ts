import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestTenant } from './create-test-tenant.ts';
import { startTestServer } from './start-test-server.ts';

type TestServer = Awaited<ReturnType<typeof startTestServer>>;

const generic = { message: 'Something went wrong. Please try again later.' };

describe('a server whose Actions do what a person is there for', () => {
  let server: TestServer;
  beforeAll(async () => {
    const tenant = createTestTenant({
      chosen: `
        api.user.setUserId('cus_7');
        api.user.setUserMetadata('plan', 'free');
        api.user.setAppMetadata('tier', 1);`,
      invalid: `api.validation.error('phone_missing', 'Please give a phone number.');`,
      broken: `throw new Error('the list is not reachable');`,
      forger: String.raw`
        const forged = '\n{"type":"ss","status":"allowed"}';
        console.log('printed' + forged);
        api.access.deny('x' + forged, 'No.');`,
      leaker: `
        console.log(event.secrets, event.secrets.TEAM_DOMAINS);
        setTimeout(() => { throw new Error('no reply for ' + event.secrets.TEAM_DOMAINS); });
        await new Promise(() => {});`,
      late: `setTimeout(() => api.access.deny('late', 'late'), 5);`,
      reader: `api.user.setUserMetadata('seen', event.request.body);`,
    });
    tenant.bind(['tag-plan']);
    server = await startTestServer(tenant);
  });
  afterAll(() => server.close());

  it('allowed: metadata and the chosen id are stored, and app metadata stays inside', async () => {
    const { status, body, headers } = await server.signUp('chosen@example.com');

    expect(status).toBe(200);
    expect(body['user']).toMatchObject({ id: 'cus_7', userMetadata: { plan: 'free' } });
    expect(JSON.stringify(body)).not.toContain('tier');
    expect(server.users()).toMatchObject([
      {
        id: 'cus_7',
        email: 'chosen@example.com',
        userMetadata: '{"plan":"free"}',
        appMetadata: '{"tier":1}',
      },
    ]);
    expect(await server.find({ type: 'ss' })).toEqual({
      type: 'ss',
      status: 'allowed',
      requestId: headers.get('x-request-id'),
      description: 'pre-user-registration: admitted',
      userId: 'cus_7',
    });
    expect(server.lines.join()).not.toContain('chosen@');
  });

  it('invalid: 400 with the message, and no code', async () => {
    expect(await server.signUp('invalid@example.com')).toMatchObject({
      status: 400,
      body: { message: 'Please give a phone number.' },
    });
    expect(await server.find({ type: 'fs' })).toMatchObject({
      status: 'invalid',
      description: 'pre-user-registration: phone_missing',
    });
  });

  it('failed: a generic 500, and the cause in the log only', async () => {
    expect(await server.signUp('broken@example.com')).toMatchObject({ status: 500, body: generic });
    expect(await server.find({ type: 'actions_execution_failed' })).toMatchObject({
      status: 'failed',
      description: 'tag-plan: Error: the list is not reachable',
      error_class: 'action_error',
    });
  });

  it('nothing that an Action prints or gives as a reason begins an entry of the log', async () => {
    expect(await server.signUp('forger@example.com')).toMatchObject({ status: 403 });

    await server.find({ type: 'printed', text: 'printed' });
    await server.find({ type: 'printed', text: '{"type":"ss","status":"allowed"}' });
    await server.find({ type: 'fs', status: 'denied' });
    expect(server.lines.join('\n').split('\n')).toHaveLength(server.lines.length);
  });

  it('nothing that a client sends begins an entry of the log', async () => {
    const forged = '\u2028{"type":"ss"}\n{"type":"ss"}';
    await server.send(`/api/auth/callback/x?error=${encodeURIComponent(forged)}`, {
      redirect: 'manual',
    });

    const { text } = await server.find({ type: 'better-auth', level: 'error' });
    expect(text).toContain('{"type":"ss"}');
    expect(server.lines.join('\n').split(/[\n\u2028]/)).toHaveLength(server.lines.length);
  });

  it('a secret that an Action prints, or that its crash shows, is not in the log', async () => {
    expect(await server.signUp('leaker@example.com')).toMatchObject({ status: 500, body: generic });

    await server.find({ text: "{ TEAM_DOMAINS: '[secret TEAM_DOMAINS]' } [secret TEAM_DOMAINS]" });
    await server.find({ text: 'Error: no reply for [secret TEAM_DOMAINS]' });
    expect(server.lines.join()).not.toContain('corp.example');
  });

  it('a refusal that comes too late is logged and counted', async () => {
    expect(await server.signUp('late@example.com')).toMatchObject({ status: 200 });
    await server.find({ type: 'diagnostic', code: 'late-call', action: 'tag-plan' });
    expect(await server.metrics.registry.metrics()).toContain('signup_late_calls_total 1');
  });

  it('Actions see the fields of the form, and no field that may be a credential', async () => {
    const credentials = { otp: '123456', code: '7', passwordConfirmation: 'correct horse' };
    const { body } = await server.signUp('reader@example.com', { company: 'Corp', ...credentials });

    const { userMetadata } = body['user'] as Record<string, unknown>;
    expect(userMetadata).toEqual({
      seen: { company: 'Corp', email: 'reader@example.com', name: 'Ada' },
    });
  });

  it('of parallel sign-ups of one address, one is stored, and the log says so', async () => {
    const before = server.users().length;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => server.signUp('twin@example.com')),
    );

    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(200), count(422)]).toEqual([1, 5]);
    expect(server.users()).toHaveLength(before + 1);
    const ids = new Set(answers.map(({ headers }) => headers.get('x-request-id')));
    const logged = server.entries().filter((entry) => ids.has(entry['requestId'] ?? ''));
    expect(logged).toHaveLength(6);
    expect(logged.filter(({ type }) => type === 'ss')).toHaveLength(1);
    expect(logged.find(({ type }) => type === 'fs')).toMatchObject({
      status: 'allowed',
      description: 'pre-user-registration: allowed, but the user was not stored',
    });
    const ours = server.entries().filter(({ type }) => type !== 'printed');
    expect(JSON.stringify(ours)).not.toMatch(/ {4}at |twin@/);
  });

  it('a body that is too large, not JSON, or nested too deep is refused, and the next signup works', async () => {
    const nested = '['.repeat(15_000) + ']'.repeat(15_000);
    const person = '"email":"mallory@example.com","name":"M","password":"correct horse"';

    expect(await server.post(JSON.stringify({ email: 'x'.repeat(100_000) }))).toMatchObject({
      status: 413,
    });
    expect((await server.post('{"email": ')).status).toBe(400);
    expect(await server.post(`{${person},"company":${nested}}`)).toMatchObject({
      status: 500,
      body: generic,
    });
    expect(await server.signUp('ada@example.com')).toMatchObject({ status: 200 });
  });

  it('counts signups, users and crashes for Prometheus', async () => {
    const text = await server.metrics.registry.metrics();

    expect(text).toContain('signup_flow_seconds_count{status="denied"} 1');
    expect(text).toContain('signup_flow_seconds_count{status="failed"} 3');
    expect(text).toContain(`signup_users_stored_total ${server.users().length}`);
    expect(text).toContain('signup_process_crashes_total 1');
    expect(text).toContain('signup_cache_trouble_total 0');
  });
});

describe('a server with the example tenant', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(createTestTenant(), { showCodes: true });
  });
  afterAll(() => server.close());

  it('denied: 403 with the message for the user, and the reason in the log only', async () => {
    expect(await server.signUp('mallory@mail.disposable.example')).toMatchObject({
      status: 403,
      body: { message: 'Please sign up with your work address.' },
    });
    expect(server.users()).toEqual([]);
    expect(await server.find({ type: 'fs' })).toMatchObject({
      status: 'denied',
      description: 'pre-user-registration: disposable e-mail domain mail.disposable.example',
    });
  });

  it('counts attempts of an address, those for registered users too, whatever its headers contain', async () => {
    const attempt = async (email: string) => {
      const headers = { 'x-connection-address': email, 'x-forwarded-for': '203.0.113.7' };
      const { status, body } = await server.signUp(email, {}, headers);
      return [status, body['message']];
    };
    const refused = [403, 'You have tried too often. Please come back in an hour.'];
    const registered = [422, 'User already exists. Use another email.'];

    // The test before was the first attempt.
    expect(await attempt('ada@example.com')).toEqual([200, undefined]);
    for (let count = 0; count < 3; count += 1) {
      expect(await attempt('ADA@example.com')).toEqual(registered);
    }
    // From now on, the response does not say who is registered.
    expect(await attempt('ada@example.com')).toEqual(refused);
    expect(await attempt('bob@example.com')).toEqual(refused);
    expect(server.users()).toHaveLength(1);
  });

  it('says that it can decide, until its processes are gone', async () => {
    expect(await server.send('/ok')).toMatchObject({ status: 200, body: { ok: true } });
    expect(await server.send('/api/auth/ok')).toMatchObject({ status: 200, body: { ok: true } });

    server.flows.close();

    await expect.poll(() => server.send('/ok')).toMatchObject({ status: 503, body: { ok: false } });
    expect(await server.send('/api/auth/ok')).toMatchObject({ status: 503, body: { ok: false } });
    expect(await server.signUp('ada@example.com')).toMatchObject({ status: 500, body: generic });
    expect(await server.signUp('eve@example.com')).toMatchObject({ status: 500, body: generic });
  });
});

describe('a server that is closed', () => {
  it('answers what is under way, and waits for an Action without end no longer than allowed', async () => {
    const tenant = createTestTenant({
      slow: `
        const { existsSync } = require('node:fs');
        console.log('slow');
        while (!existsSync(__dirname + '/go')) await new Promise((resolve) => { setTimeout(resolve, 5); });`,
      sleeper: `console.log('sleeps'); await new Promise(() => {});`,
    });
    const server = await startTestServer(tenant);
    const slow = server.signUp('slow@example.com');
    const endless = server.signUp('sleeper@example.com').catch(String);
    await server.find({ text: 'slow' });
    await server.find({ text: 'sleeps' });

    const closed = server.close();

    writeFileSync(join(tenant.folder, 'actions/tag-plan/go'), '');
    const { status, headers } = await slow;
    expect([status, headers.get('connection')]).toEqual([200, 'close']);
    await expect(server.send('/ok')).rejects.toThrow('fetch failed');
    expect(server.fire(25_000)).toBe(1);
    await closed;
    expect(await endless).toContain('fetch failed');
    expect(server.users()).toHaveLength(1);
  });
});

it('shows the code of a validation error if the host asks for it', async () => {
  const server = await startTestServer(
    createTestTenant({
      invalid: `api.validation.error('phone_missing', 'Please give a number.');`,
    }),
    { showCodes: true },
  );

  expect(await server.signUp('invalid@example.com')).toMatchObject({
    status: 400,
    body: { code: 'phone_missing', message: 'Please give a number.' },
  });
  await server.close();
});
