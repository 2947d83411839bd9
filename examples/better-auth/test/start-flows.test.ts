import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMetrics } from '../src/create-metrics.ts';
import { readSecrets } from '../src/read-tenant.ts';
import { startFlows, type Flows } from '../src/start-flows.ts';
import { createTestTenant, toCode, type Deeds } from './create-test-tenant.ts';
import { createTestLog } from './create-test-log.ts';
import { createTestTimer } from './create-test-timer.ts';

// The processes are shared: each test leaves behind what the next one needs, which is what these tests are about.
/** A busy machine takes its time to start a process. */
const poll = { timeout: 50_000, interval: 5 };
const maxReplyMs = 21_000;
const maxStartMs = 5_000;
const secrets = readSecrets(fileURLToPath(new URL('../../tenant.env', import.meta.url)));

/** Tells the test, on the way that the process's own messages take: those before it have arrived. */
const tell = (message: string): string =>
  `process.send({ type: 'diagnostic', diagnostic: { code: 'test', message: '${message}' } });`;

/** Blocks its process until the file `go` is there, then does the rest. */
const block = (rest: string): string => `
  const { appendFileSync, existsSync, rmSync } = require('node:fs');
  ${tell('blocked')}
  while (!existsSync(__dirname + '/go'));
  rmSync(__dirname + '/go');
  ${rest}`;

const deeds: Deeds = {
  looper: `${tell('loops')} for (;;);`,
  sleeper: `${tell('sleeps')} await new Promise(() => {});`,
  hoarder: `const all = []; for (;;) all.push(new Array(1000).fill(all.length));`,
  bufferer: `
    const all = [];
    for (;;) {
      all.push(Buffer.alloc(2 ** 24, 1));
      await new Promise((resolve) => { setTimeout(resolve, 5); });
    }`,
  exiter: 'process.exit(0);',
  thrower: `setTimeout(() => { throw new Error('late'); }); await new Promise(() => {});`,
  rejecter: `void Promise.reject(new Error('floating')); await new Promise(() => {});`,
  leaver: `void Promise.reject(new Error('floating'));`,
  crasher: block('process.exit(1);'),
  counted: `
    require('node:fs').appendFileSync(__dirname + '/runs', event.user.email + '\\n');
    if (event.user.email.startsWith('counted@waits')) {
      ${tell('started')}
      await new Promise(() => {});
    }`,
  liar: `
    const outcome = { status: 'allowed', user: { user_metadata: {}, app_metadata: {} } };
    const messages = [
      null, 'text', {}, { type: 'started' }, { type: 'decided' }, { type: 'decided', id: {}, outcome },
      { type: 'decided', id: '1', outcome }, { type: 'diagnostic' }, { type: 'diagnostic', diagnostic: { code: 1 } },
    ];
    for (const message of messages) process.send(message);
    api.access.deny('reason', 'No.');`,
};

const tenant = createTestTenant(deeds);
tenant.bind(['tag-plan']);
const { log, find, entries } = createTestLog(secrets);
const { timer, fire, count } = createTestTimer();
const metrics = createMetrics();
const start = (folder: string) =>
  startFlows({ folder, secrets, log, metrics, maxMemoryMb: 64, timer });
let flows: Flows;
beforeAll(async () => {
  flows = await start(tenant.folder);
});
afterAll(() => {
  flows.close();
  tenant.remove();
});

async function countCrashes(): Promise<number> {
  const [counted] = (await metrics.registry.getSingleMetric('signup_process_crashes_total')!.get())
    .values;
  return counted?.value ?? 0;
}
const toEvent = (email: string) => createMockEvent({ user: { email } });
const decide = (email: string): Promise<Outcome> => flows.decide(toEvent(email));
const go = (): void => writeFileSync(join(tenant.folder, 'actions/tag-plan/go'), '');
const isAllowed = { status: 'allowed' };
const toFailure = (why: string) => ({
  status: 'failed',
  failure: {
    kind: 'platform_error',
    error: { message: `The process that runs the Actions failed: ${why}.` },
  },
});

it.each([
  ['loops', 'looper'],
  ['sleeps', 'sleeper'],
])(
  'an Action that %s is killed after its time, and the next signup is allowed',
  async (message, person) => {
    const decided = decide(`${person}@example.com`);
    await find({ message });

    expect(fire(maxReplyMs)).toBe(1);
    expect(await decided).toMatchObject(toFailure('it ended'));
    expect(await decide('ada@example.com')).toMatchObject(isAllowed);
  },
);

it.each(['hoarder', 'bufferer', 'exiter', 'thrower', 'rejecter'])(
  'a process that ends refuses that signup, and the next one is allowed: %s',
  async (person) => {
    expect(await decide(`${person}@example.com`)).toMatchObject(toFailure('it ended'));
    expect(await decide('ada@example.com')).toMatchObject(isAllowed);
  },
);

it('an Action that leaves a rejection and returns is refused or allowed, and signups go on', async () => {
  const before = await countCrashes();

  expect(['allowed', 'failed']).toContain((await decide('leaver@example.com')).status);
  await expect.poll(countCrashes, poll).toBe(before + 1);
  expect(await decide('ada@example.com')).toMatchObject(isAllowed);
});

it('a signup that a process had not started when it ended runs once more, and one that had started does not', async () => {
  const started = decide('counted@waits.example.com');
  await find({ message: 'started' });
  const crashing = decide('crasher@example.com');
  await find({ message: 'blocked' });
  const unstarted = decide('counted@example.com');
  const behind = decide('counted@behind.example.com');

  go();

  expect(await crashing).toMatchObject(toFailure('it ended'));
  expect(await started).toMatchObject(toFailure('it ended'));
  expect(await unstarted).toMatchObject(isAllowed);
  expect(await behind).toMatchObject(isAllowed);
  const runs = readFileSync(join(tenant.folder, 'actions/tag-plan/runs'), 'utf8')
    .trim()
    .split('\n');
  expect(runs.toSorted()).toEqual([
    'counted@behind.example.com',
    'counted@example.com',
    'counted@waits.example.com',
  ]);
});

it('an Action that loops does not hold up the others for long', async () => {
  const looping = decide('looper@example.com');
  await find({ message: 'loops' });
  const others = ['ada', 'bob', 'eve'].map((person) => decide(`${person}@example.com`));

  // Only the first of them was given to the process that loops.
  expect(fire(maxStartMs)).toBe(1);

  for (const other of others) expect(await other).toMatchObject(isAllowed);
  expect(await looping).toMatchObject(toFailure('it ended'));
});

it('a signup runs once more, and no more than that', async () => {
  const first = decide('crasher@example.com');
  const second = decide('ada@example.com');
  // Comes after it, so the spare process gets it first.
  const third = decide('looper@again.example.com');
  await find({ message: 'blocked' });
  go();
  expect(await first).toMatchObject(toFailure('it ended'));
  await find({ message: 'loops' });
  expect(fire(maxStartMs)).toBe(1);

  expect(await third).toMatchObject(toFailure('it ended'));
  expect(await second).toMatchObject(toFailure('it ended twice before an Action started'));
});

it('a message that an Action sends to the server is not a reply', async () => {
  expect(await decide('liar@example.com')).toMatchObject({ status: 'denied' });
  expect(await decide('ada@example.com')).toMatchObject(isAllowed);
});

it('an event that cannot be sent fails the signup, and the process is not killed for it later', async () => {
  const nested: unknown = JSON.parse('['.repeat(15_000) + ']'.repeat(15_000));
  const event = toEvent('ada@example.com');
  const failed = await flows.decide({ ...event, request: { ...event.request, body: { nested } } });

  expect(failed).toMatchObject(toFailure('RangeError: Maximum call stack size exceeded'));
  expect(fire(maxReplyMs) + fire(maxStartMs)).toBe(0);
  expect(await decide('ada@example.com')).toMatchObject(isAllowed);
});

it('Actions that have become unreadable are read again after pauses, and signups are refused until then', async () => {
  tenant.writeCode('this is not JavaScript');
  // Until both processes have ended, and cannot be replaced.
  await expect
    .poll(async () => {
      await decide('exiter@example.com');
      return count(500);
    }, poll)
    .toBe(2);
  expect(flows.canDecide()).toBe(false);
  expect(await decide('ada@example.com')).toMatchObject(toFailure('it cannot read its Actions'));

  for (const pauseMs of [500, 1_000, 2_000]) {
    // Each of the two processes.
    await expect.poll(() => count(pauseMs), poll).toBe(2);
    if (pauseMs === 2_000) tenant.writeCode(toCode(deeds));
    fire(pauseMs);
  }
  await expect.poll(flows.canDecide, poll).toBe(true);
  expect(await decide('ada@example.com')).toMatchObject(isAllowed);
});

it('a tenant whose Actions cannot be read stops the start', async () => {
  const broken = createTestTenant();
  broken.writeCode('this is not JavaScript');

  await expect(start(broken.folder)).rejects.toThrow('The Actions of the tenant cannot be read');
  expect(entries()).toContainEqual({
    type: 'printed',
    text: expect.stringMatching(/^SyntaxError/),
  });
  broken.remove();
});
