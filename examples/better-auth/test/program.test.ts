import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { kill, waitForWords } from '../cluster/child-process.ts';
import { signUp } from '../cluster/sign-up.ts';
import { copyTenant } from './copy-tenant.ts';

/** A busy machine takes its time. */
const poll = { timeout: 50_000, interval: 10 };
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

// On other systems, the loopback network has only one address.
it.skipIf(process.platform !== 'linux').concurrent(
  'in production, signups from one address do not limit another',
  async () => {
    const { port } = await start('../src/server.ts', { NODE_ENV: 'production' });

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
  const tenant = copyTenant({
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
  await expect.poll(() => Number(readPid()), poll).toBeGreaterThan(0);
  return { tenant, folder, child, port, answer, pid: Number(readPid()) };
}

it.concurrent('an Action that loops does not outlive a server that is killed', async () => {
  const { tenant, child, answer, pid } = await startWith('for (;;);');

  await Promise.all([kill(child), expect(answer).rejects.toThrow('socket hang up')]);

  await expect.poll(() => isRunning(pid), poll).toBe(false);
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
  await expect.poll(() => signUp(port, bob).catch(({ code }) => code), poll).toBe('ECONNREFUSED');
  writeFileSync(join(folder, 'go'), '');
  expect(await answer).toBe(200);
  expect(await ended).toEqual([0, null]);
  await expect.poll(() => isRunning(pid), poll).toBe(false);
  tenant.remove();
});

it.concurrent('metrics have a port of their own, which other machines do not reach', async () => {
  const { said, port } = await start('../src/server.ts', { METRICS_PORT: '0' });

  const [, metricsPort] = /127\.0\.0\.1:(\d+)/.exec(said)!;
  const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
  expect(await metrics.text()).toContain('signup_flow_seconds_count{status="allowed"} 0');
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
});

it.concurrent.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ METRICS_PORT: 'abc' }, 'METRICS_PORT'],
  [{ CACHE_URL: 'abc' }, 'CACHE_URL'],
])('%o is rejected with one sentence', async (env, name) => {
  const said = await start('../src/server.ts', env).catch(String);

  expect(said).toContain(`Failed to start: ${name}`);
  expect(said).not.toContain('    at ');
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
