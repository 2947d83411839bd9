import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it, vi } from 'vitest';
import { kill, waitForWords } from '../cluster/child-process.ts';
import { signUp } from '../cluster/sign-up.ts';
import { readSettings } from '../src/read-settings.ts';
import { createTestTenant } from './create-test-tenant.ts';

/** Repeats a check until it passes: however busy the machine is, waiting for events never fails too early. */
const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 50_000, interval: 10 });
const children: ChildProcess[] = [];
afterAll(async () => void (await Promise.all(children.splice(0).map(kill))));

/** Starts a server as its own program. Returns the port on which it listens. */
async function start(program: string, env: Record<string, string>) {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [file], { env: { PORT: '0', ...env } });
  children.push(child);
  const said = await waitForWords(child, 'Sign up with POST');
  return { child, said, port: Number(/localhost:(\d+)/.exec(said)?.[1]) };
}

const production = start('../src/server.ts', { NODE_ENV: 'production', METRICS_PORT: '0' });

// On other systems, the loopback network has only one address.
it.skipIf(process.platform !== 'linux').concurrent(
  'in production, signups from one address do not limit another',
  async () => {
    const { port } = await production;

    const statuses: number[] = [];
    for (let host = 1; host <= 7; host += 1) {
      const person = { email: `person-${host}@example.com`, from: `127.0.77.${host}` };
      statuses.push(await signUp(port, person));
    }
    expect(statuses).toEqual(Array(7).fill(200));
  },
);

/** A server whose only Action writes its process id to a file, and then does the rest. */
async function startWith(rest: string) {
  const pidFile = 'pid';
  const tenant = createTestTenant({
    ada: `
      const { existsSync, writeFileSync } = require('node:fs');
      writeFileSync(__dirname + '/${pidFile}', String(process.pid));
      ${rest}`,
  });
  tenant.bind(['tag-plan']);
  const folder = join(tenant.folder, 'actions/tag-plan');
  const program = { TENANT: tenant.folder, DATABASE_FILE: join(tenant.folder, 'users.sqlite') };
  const { child, port } = await start('../load/server.ts', { HASH: 'sha256', ...program });
  const answer = signUp(port, { email: 'ada@example.com', from: '127.0.0.1' });
  const readPid = (): string => readFileSync(join(folder, pidFile), 'utf8');
  await eventually(() => expect(Number(readPid())).toBeGreaterThan(0));
  return { tenant, folder, child, port, answer, pid: Number(readPid()) };
}

it.concurrent('an Action that loops does not outlive a server that is killed', async () => {
  const { tenant, child, answer, pid } = await startWith('for (;;);');

  await Promise.all([kill(child), expect(answer).rejects.toThrow('socket hang up')]);

  await eventually(() => expect(isRunning(pid)).toBe(false));
  tenant.remove();
});

it.concurrent('a server that is told to end answers what is under way, and takes nothing more', async () => {
  const { tenant, folder, child, port, answer, pid } = await startWith(`
    while (!existsSync(__dirname + '/go')) await new Promise((resolve) => { setTimeout(resolve, 5); });`);
  const ended = once(child, 'exit');

  child.kill('SIGTERM');
  // What a service manager does, too.
  process.kill(pid, 'SIGTERM');

  const bob = { email: 'bob@example.com', from: '127.0.0.1' };
  await eventually(() => expect(signUp(port, bob)).rejects.toThrow('ECONNREFUSED'));
  writeFileSync(join(folder, 'go'), '');
  expect(await answer).toBe(200);
  expect(await ended).toEqual([0, null]);
  await eventually(() => expect(isRunning(pid)).toBe(false));
  tenant.remove();
});

it.concurrent('metrics have a port of their own, which other machines do not reach', async () => {
  const { said, port } = await production;

  const [, metricsPort] = /127\.0\.0\.1:(\d+)/.exec(said)!;
  const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
  expect(await metrics.text()).toContain('signup_flow_seconds_count{status="allowed"} 0');
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
});

it.concurrent('a setting that is invalid ends the program with one sentence', async () => {
  const said = await start('../src/server.ts', { PORT: 'abc' }).catch(String);

  expect(said).toContain('Failed to start: PORT must be a number from 0 to 65535 but is "abc".');
  expect(said).not.toContain('    at ');
});

it.each([
  [{ METRICS_PORT: '-1' }, 'METRICS_PORT must be a number from 0 to 65535 but is "-1".'],
  [{ CACHE_URL: 'http://:pw@x' }, 'CACHE_URL must be the address of a Redis, such as'],
])('%o is rejected', (env, message) => {
  expect(() => readSettings(env)).toThrow(message);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
