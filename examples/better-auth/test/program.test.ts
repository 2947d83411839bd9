import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { kill, waitForWords } from '../cluster/child-process.ts';
import { signUp } from '../cluster/sign-up.ts';
import { eventually } from './start.ts';

const examples = fileURLToPath(new URL('../../', import.meta.url));
const children: ChildProcess[] = [];
afterAll(async () => void (await Promise.all(children.splice(0).map(kill))));

/** Starts a server as its own program. Returns the port on which it listens. */
async function start(program: string, env: Record<string, string>) {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [file], { env: { PORT: '0', ...env } });
  children.push(child);
  const said = await waitForWords(child, 'Sign up with POST');
  return { child, port: Number(/localhost:(\d+)/.exec(said)?.[1]) };
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

it.concurrent('an Action that loops does not outlive a server that is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-better-auth-'));
  cpSync(join(examples, 'tenant'), folder, { recursive: true });
  const pidFile = join(folder, 'pid');
  writeFileSync(
    join(folder, 'actions/tag-plan/code.js'),
    `exports.onExecutePreUserRegistration = async () => {
      require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
      for (;;);
    };`,
  );
  const { child, port } = await start('../load/server.ts', {
    TENANT: folder,
    DATABASE_FILE: join(folder, 'users.sqlite'),
  });

  const answer = signUp(port, { email: 'ada@example.com', from: '127.0.0.1' });
  await eventually(() => expect(readFileSync(pidFile, 'utf8')).toMatch(/^\d+$/));
  await Promise.all([kill(child), expect(answer).rejects.toThrow('socket hang up')]);
  const pid = Number(readFileSync(pidFile, 'utf8'));
  await eventually(() => expect(isRunning(pid)).toBe(false));
  rmSync(folder, { recursive: true });
});

it.concurrent.each([
  [{ PORT: 'abc' }, 'PORT'],
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
