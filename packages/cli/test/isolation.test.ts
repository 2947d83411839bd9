import { createMockEvent } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { action, createFolder, signupActions, type Done } from './command.ts';

const run = (source: string, ...args: readonly string[]): Done =>
  signupActions(createFolder({ 'first.js': source }), 'run', 'first.js', ...args);

it('an Action that waits for ever fails when the time is over', () => {
  const { stdout, status } = run(action('await new Promise(() => {});'), '--timeout', '200');

  expect(stdout).toContain('FAILED in first (action_timeout)');
  expect(status).toBe(3);
});

it('an Action that ends the process fails, and what it called before is known', () => {
  const { stdout, status } = run(
    action("api.access.deny('a', 'b');\n  process.exit(0);\n  api.access.deny('c', 'd');"),
  );

  expect(stdout).toMatchInlineSnapshot(`
    "── ada@example.com (universal-login)
    FAILED in first (action_error)
      Error: An Action ended the process before it had settled.
          first.js:3 │ process.exit(0);
    Actions
      ✗ first  failed, 0 ms
          api.access.deny("a", "b")
    User not created
    Answer to POST /dbconnections/signup
      500 {"statusCode":500,"message":"Something went wrong. Please try again later."}

    "
  `);
  expect(status).toBe(3);
});

it('an Action that ends the process while it loads fails', () => {
  const { stdout, status } = run(`process.exit(0);\n${action('')}`);

  expect(stdout).toContain('FAILED in first (action_error)');
  expect(status).toBe(3);
});

it('an Action that kills its process fails, however it does it', () => {
  const { stdout, status } = run(action("process.kill(process.pid, 'SIGKILL');"));

  expect(stdout).toContain('An Action ended the process before it had settled.');
  expect(status).toBe(3);
});

it('an interval that is left behind does not keep the command', () => {
  expect(run(action('setInterval(() => {}, 10);'))).toMatchObject({ status: 0, stderr: '' });
});

it.each([
  ['before the handler settles', 'Promise.reject(new Error("floating"));'],
  ['after it', 'setTimeout(() => Promise.reject(new Error("floating")), 50);'],
  ['in a timer', 'setTimeout(() => { throw new Error("floating"); }, 50);'],
  ['and is no error', 'setTimeout(() => { throw null; }, 50);'],
])('a rejection that nobody handles fails the flow, %s', (_, body) => {
  const { stdout, stderr, status } = run(action(body));

  expect(stdout).toContain('FAILED');
  expect(stdout).toMatch(/Error: (floating|threw null)/);
  expect({ stderr, status }).toEqual({ stderr: '', status: 3 });
});

it('an Action that fills its memory fails, and the other signups run', () => {
  const event = createMockEvent();
  const eve = createMockEvent({ user: { email: 'eve@example.com' } });
  const folder = createFolder({
    'fill.js': action(
      "if (event.user.email.startsWith('eve')) for (const kept = []; ; ) kept.push(Array(1000).fill(1));",
    ),
    'events.json': [event, eve, event],
  });

  const { stdout, status } = signupActions(folder, 'run', 'fill.js', '--event', 'events.json');

  expect(stdout).toContain('RangeError: An Action used up its memory of 256 MB.');
  expect(stdout).toContain('3 signups: 2 allowed, 1 failed');
  expect(stdout).not.toContain('Allocation failed');
  expect(status).toBe(3);
});

it('the memory of Actions is bounded, whatever the machine has', () => {
  const { stdout } = run(
    action("console.log(require('node:v8').getHeapStatistics().heap_size_limit / 2 ** 20);"),
  );

  expect(Number(/│ (.*)/.exec(stdout)?.[1])).toBeLessThan(600);
});

it.each([
  ['its handler', action('for (;;);')],
  ['its module code', `for (;;);\n${action('')}`],
])('an endless loop in %s is stopped, and blamed on its Action', (_, source) => {
  const { stdout, status } = run(source, '--timeout', '100');

  expect(stdout).toContain('FAILED in first (action_timeout)');
  expect(stdout).toContain('An Action did not end and was stopped.');
  expect(status).toBe(3);
});

it('after a crash the timeline says how far the flow had come', () => {
  const folder = createFolder({
    'first.js': action(''),
    'second.js': action("process.kill(process.pid, 'SIGKILL');"),
    'third.js': action(''),
  });

  const { stdout } = signupActions(folder, 'run', 'first.js', 'second.js', 'third.js');

  expect(stdout).toMatchInlineSnapshot(`
    "── ada@example.com (universal-login)
    FAILED in second (action_error)
      Error: An Action ended the process before it had settled.
    Actions
      ✓ first   completed, 0 ms
      ✗ second  failed, 0 ms
      · third   skipped
    User not created
    Answer to POST /dbconnections/signup
      500 {"statusCode":500,"message":"Something went wrong. Please try again later."}

    "
  `);
});

it('Actions find no environment, and what the platform has', () => {
  const { stdout } = run(
    action(
      'console.log(Object.keys(process.env).length, process.send, ...[fetch, Buffer, setTimeout, require].map((it) => typeof it));',
    ),
  );

  expect(stdout).toContain('│ 0 undefined function function function function\n');
});

it('each signup finds fresh modules and fresh globals', () => {
  const folder = createFolder({
    'count.js': `let count = 0;\n${action('console.log((count += 1), (globalThis.count = (globalThis.count ?? 0) + 1));')}`,
    'events.json': [createMockEvent(), createMockEvent()],
  });

  const { stdout } = signupActions(folder, 'run', 'count.js', '--event', 'events.json');

  expect(stdout.match(/│ .*/g)).toEqual(['│ 1 1', '│ 1 1']);
});
