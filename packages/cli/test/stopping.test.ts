// What ends the command before its time, and what becomes of the processes that it has started.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, openSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { createMockEvent } from '@signup-actions/testing';
import { describe, it } from 'vitest';
import {
  action,
  command,
  createFolder,
  runSignupActions,
  signupActions,
  spawnSignupActions,
  toolEnv,
  waitFor,
} from './command.ts';

/** An Action that writes its process id, and that of a process it has started, and never ends. */
const stuck = action(`const { spawn } = require('node:child_process');
  const grandchild = spawn('sleep', ['600'], { stdio: 'inherit' });
  require('node:fs').writeFileSync(__dirname + '/pids', process.pid + ' ' + grandchild.pid + ' ');
  if (event.user.email.startsWith('busy')) for (;;);
  await new Promise(() => setTimeout(() => {}, 600_000));`);

/** Resolves when the stuck Action has written its process ids. */
const started = (folder: string): Promise<readonly number[]> =>
  new Promise((resolve) => {
    const file = join(folder, 'pids');
    const watcher = watch(folder, () => check());
    const check = (): void => {
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      if (!text.endsWith(' ')) return;
      watcher.close();
      resolve(text.trim().split(' ').map(Number));
    };
    check();
  });

const isAlive = (pid: number): boolean => {
  try {
    // A process that has ended stays as a zombie until its parent has seen it.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

/** Resolves when none of these processes is alive; the timeout of the test is the limit. */
async function allGone(pids: readonly number[]): Promise<void> {
  while (pids.some(isAlive)) await new Promise((resolve) => setImmediate(resolve));
}

const events = (emails: readonly string[]): readonly object[] =>
  emails.map((email) => createMockEvent({ user: { email } }));

function startStuck(...emails: readonly string[]): { folder: string; child: ChildProcess } {
  const folder = createFolder({
    'own.js': action(
      `if (!event.user.email.startsWith('ada')) await require('./stuck.js').onExecutePreUserRegistration(event, api);`,
    ),
    'stuck.js': stuck,
    'events.json': events(emails),
  });
  return { folder, child: spawnSignupActions(folder, 'run', 'own.js', '-e', 'events.json') };
}

describe.concurrent('a command that is stopped', () => {
  it.for(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
    'by %s leaves no process behind, not even one in an endless loop',
    async (signal, { expect }) => {
      const { folder, child } = startStuck('busy@example.com');
      const done = waitFor(child);
      const pids = await started(folder);

      child.kill(signal);

      const { stderr } = await done;
      await allGone(pids);
      expect(stderr).not.toContain('crashed');
    },
  );

  it('ends a batch at once, with a summary of what is done and the status of the signal', async ({
    expect,
  }) => {
    const { folder, child } = startStuck('ada@a.example', 'stuck@example.com', 'ada@b.example');
    const done = waitFor(child);
    await started(folder);

    child.kill('SIGINT');

    const { status, stdout, stderr } = await done;
    expect(stdout.match(/^── .*/gm)).toEqual(['── ada@a.example (events.json 1)']);
    expect(stderr).toBe('Stopped: 1 of 3 signups are done.\n');
    expect(status).toBe(130);
  });

  it('ends a watch at once while a run is on', async ({ expect }) => {
    const folder = createFolder({ 'own.js': stuck });
    const child = spawnSignupActions(folder, 'run', 'own.js', '--watch');
    const done = waitFor(child);
    const pids = await started(folder);

    child.kill('SIGINT');

    expect(await done).toMatchObject({ status: 130, stdout: '' });
    await allGone(pids);
  });
});

describe.concurrent('output', () => {
  it('that nobody reads ends the command without an error', async ({ expect }) => {
    const emails = Array.from({ length: 200 }, (_, index) => `ada@${index}.example`);
    const folder = createFolder({ 'own.js': action(''), 'events.json': events(emails) });
    const child = spawnSignupActions(folder, 'run', 'own.js', '-e', 'events.json');
    child.stdout?.once('data', () => child.stdout?.destroy());
    let stderr = '';
    child.stderr?.on('data', (text: unknown) => void (stderr += String(text)));

    const status = await new Promise((resolve) => child.once('exit', resolve));

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.for([['run', 'own.js'], ['run', 'own.js', '--json'], ['check', 'own.js'], ['--help']])(
    'that cannot be written is an error: %s',
    async (args, { expect }) => {
      const folder = createFolder({ 'own.js': action('') });
      const child = spawn(process.execPath, [...command, ...args], {
        cwd: folder,
        env: toolEnv,
        stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      });

      expect(await waitFor(child)).toEqual({
        status: 2,
        stdout: '',
        stderr: 'error: Failed to write the output: no space is left on the device.\n',
      });
    },
  );
});

describe.concurrent('--env-file', () => {
  it('is not read by Node, which would obey NODE_OPTIONS in it', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action('console.log(event.secrets.KEY, Object.keys(event.secrets).length);'),
      'own.env': 'NODE_OPTIONS=--require=./gone.cjs\nKEY=given-key',
    });

    expect(await runSignupActions(folder, 'run', 'own.js', '--env-file', 'own.env')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('│ [secret KEY] 2'),
    });
  });

  it.for(['missing.env', '.'])(
    'that cannot be read is a usage error: %s',
    async (path, { expect }) => {
      const folder = createFolder({ 'own.js': action('') });

      const { status, stderr } = await runSignupActions(
        folder,
        'run',
        'own.js',
        '--env-file',
        path,
      );

      expect(stderr).toMatch(/^error: Failed to read ~/);
      expect(status).toBe(2);
    },
  );
});

describe.concurrent('a flow', () => {
  it('ends at its deadline, whatever an Action has started', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action(
        "const { pid } = require('node:child_process').spawn('sleep', ['600'], { stdio: 'inherit', detached: true }); console.log('started', pid);",
      ),
    });

    const { status, stdout } = await signupActions(folder, 'run', 'own.js');

    // It is in a process group of its own, so nothing ends it.
    process.kill(Number(/started (\d+)/.exec(stdout)?.[1]));
    expect(status).toBe(0);
  });

  it('that is stopped keeps its calls, and says how long it took', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action("api.access.deny('a', 'b');\n  for (;;);"),
    });

    const { stdout, status } = await signupActions(folder, 'run', 'own.js', '--timeout', '100');

    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      FAILED in own (action_timeout)
        TimeoutError: An Action did not end within 0 ms and was stopped: look for a loop that does not end.
      Actions
        ✗ own  failed, 0 ms
            api.access.deny("a", "b")
      User not created

      "
    `);
    expect(status).toBe(3);
  });

  it('may not use up the memory of the machine with buffers', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action(
        'const kept = []; for (let i = 0; i < 300; i += 1) { kept.push(Buffer.alloc(10_000_000, 1)); }',
      ),
    });

    const { stdout, status } = await signupActions(folder, 'run', 'own.js');

    expect(stdout).toContain('RangeError: An Action used up the memory of its process, 768 MB');
    expect(status).toBe(3);
  });

  it('is not disturbed by what an Action writes to our pipe', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action(`require('node:fs').writeSync(4, 'not ours');
  console.log('ours');
  require('node:fs').writeSync(4, '{"type":"nonsense"}');`),
    });

    const { stdout, status } = await signupActions(folder, 'run', 'own.js');

    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      ALLOWED
      Actions
        ✓ own  completed, 0 ms
            │ ours
      User as created
          email  "ada@example.com"
      Console
            │ not ours

      "
    `);
    expect(status).toBe(0);
  });
});

it('a fault of the machine is one sentence and status 2', async ({ expect }) => {
  const folder = createFolder({ 'own.js': action('') });
  const child = spawn(process.execPath, [...command, 'check', 'own.js'], {
    cwd: folder,
    env: { ...toolEnv, TMPDIR: join(folder, 'gone') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  const { status, stderr } = await waitFor(child);

  expect(stderr.replaceAll(folder, '~').replace(/check-\w+/, 'check-…')).toMatchInlineSnapshot(`
    "error: The machine failed to create the folder ~/gone/signup-actions-check-…: there is no such file.
    "
  `);
  expect(status).toBe(2);
});
