import { createMockEvent } from '@signup-actions/testing';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions, type Done } from './command.ts';

const run = (source: string, ...args: readonly string[]): Promise<Done> =>
  signupActions(createFolder({ 'first.js': source }), 'run', 'first.js', ...args);

describe.concurrent('an Action', () => {
  it('fails at the timeout if it waits forever', async ({ expect }) => {
    const waiting = action('await new Promise(() => {});');

    const { stdout, status } = await run(waiting, '--timeout', '200');

    expect(stdout).toContain('FAILED in first (action_timeout)');
    expect(status).toBe(3);
  });

  it('fails if it ends the process, and its earlier calls are known', async ({ expect }) => {
    const { stdout, status } = await run(
      action("api.access.deny('a', 'b');\n  process.exit(0);\n  api.access.deny('c', 'd');"),
    );

    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      FAILED in first (action_error)
        Error: An Action ended the process before it had settled.
            first.js:3:11 │ process.exit(0);
      Actions
        ✗ first  failed, 0 ms
            api.access.deny("a", "b")
      User not created
      Diagnostics
        ! work-left-running: The handler did not wait for work that it had begun; await all work before the handler returns.
            first.js:3:11 │ process.exit(0);
        https://signup-actions.github.io/signup-actions/diagnostics#work-left-running

      "
    `);
    expect(status).toBe(3);
  });

  it('fails if it ends the process while it loads', async ({ expect }) => {
    const { stdout, status } = await run(`process.exit(0);\n${action('')}`);

    expect(stdout).toContain('FAILED in first (action_error)');
    expect(status).toBe(3);
  });

  it('fails if it kills its process', async ({ expect }) => {
    const { stdout, status } = await run(action("process.kill(process.pid, 'SIGKILL');"));

    expect(stdout).toContain('An Action ended the process before it had settled.');
    expect(status).toBe(3);
  });

  it('does not delay the command with an interval that it leaves behind', async ({ expect }) => {
    expect(await run(action('setInterval(() => {}, 10);'))).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it.for([
    ['before the handler settles', 'Promise.reject(new Error("floating"));'],
    ['after it settles', 'setTimeout(() => Promise.reject(new Error("floating")), 50);'],
    ['in a timer', 'setTimeout(() => { throw new Error("floating"); }, 50);'],
    ['without an error', 'setTimeout(() => { throw null; }, 50);'],
  ])(
    'fails the flow with a rejection that it does not handle, %s',
    async ([, body], { expect }) => {
      const { stdout, stderr, status } = await run(action(body ?? ''));

      expect(stdout).toContain('FAILED');
      expect(stdout).toMatch(/Error: (floating|threw null)/);
      expect({ stderr, status }).toEqual({ stderr: '', status: 3 });
    },
  );

  it('fails if it fills its memory, and the other signups run', async ({ expect }) => {
    const event = createMockEvent();
    const eve = createMockEvent({ user: { email: 'eve@example.com' } });
    const folder = createFolder({
      'fill.js': action(
        "if (event.user.email.startsWith('eve')) for (const kept = []; ; ) kept.push(Array(1000).fill(1));",
      ),
      'events.json': [event, eve, event],
    });

    const { stdout, status } = await signupActions(folder, 'run', 'fill.js', '-e', 'events.json');

    expect(stdout).toContain('RangeError: An Action used up its memory of 256 MB.');
    expect(stdout).toContain('3 signups: 2 allowed, 1 failed');
    expect(stdout).not.toContain('Allocation failed');
    expect(status).toBe(3);
  });

  it('has a bounded heap, whatever the machine has', async ({ expect }) => {
    const { stdout } = await run(
      action("console.log(require('node:v8').getHeapStatistics().heap_size_limit / 2 ** 20);"),
    );

    expect(Number(/│ (.*)/.exec(stdout)?.[1])).toBeLessThan(600);
  });

  it.for([
    ['its handler', action('for (;;);')],
    ['its module code', `for (;;);\n${action('')}`],
  ])('is stopped and blamed for an endless loop in %s', async ([, source], { expect }) => {
    const { stdout, status } = await run(source ?? '', '--timeout', '100');

    expect(stdout).toContain('FAILED in first (action_timeout)');
    expect(stdout).toContain('An Action did not end within 0 ms and was stopped');
    expect(status).toBe(3);
  });

  it('that crashes leaves a report of how far the flow had come', async ({ expect }) => {
    const folder = createFolder({
      'first.js': action(''),
      'second.js': action("process.kill(process.pid, 'SIGKILL');"),
      'third.js': action(''),
    });

    const { stdout } = await signupActions(folder, 'run', 'first.js', 'second.js', 'third.js');

    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      FAILED in second (action_error)
        Error: An Action ended the process before it had settled.
      Actions
        ✓ first   completed, 0 ms
        ✗ second  failed, 0 ms
        · third   skipped
      User not created

      "
    `);
  });

  it('finds an empty environment, and the globals of the platform', async ({ expect }) => {
    const { stdout } = await run(
      action(
        'console.log(Object.keys(process.env).length, process.send, ...[fetch, Buffer, setTimeout, require].map((it) => typeof it));',
      ),
    );

    expect(stdout).toContain('│ 0 undefined function function function function\n');
  });

  it('finds fresh modules and fresh globals for each signup if the user asks for it', async ({
    expect,
  }) => {
    const folder = createFolder({
      'count.js': `let count = 0;\n${action('console.log((count += 1), (globalThis.count = (globalThis.count ?? 0) + 1));')}`,
      'events.json': [createMockEvent(), createMockEvent()],
    });

    const { stdout } = await signupActions(
      folder,
      'run',
      'count.js',
      '-e',
      'events.json',
      '--fresh',
    );

    expect(stdout.match(/│ .*/g)).toEqual(['│ 1 1', '│ 1 1']);
  });
});
