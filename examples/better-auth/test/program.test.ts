import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { kill, waitForWords } from '../cluster/child-process.ts';
import { signUp } from '../cluster/sign-up.ts';

const examples = fileURLToPath(new URL('../../', import.meta.url));
const children: ChildProcess[] = [];
afterEach(async () => void (await Promise.all(children.splice(0).map(kill))));

/** A server as a program of its own; answers where it listens. */
async function start(program: string, env: Record<string, string>) {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [file], { env: { PORT: '0', ...env } });
  children.push(child);
  const said = await waitForWords(child, 'Sign up with POST');
  return { child, port: Number(/localhost:(\d+)/.exec(said)?.[1]) };
}

// Elsewhere the loopback network has one address.
it.skipIf(process.platform !== 'linux')(
  'in production, what one address sends limits no other',
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

it('an Action that loops does not outlive a server that is killed', async () => {
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
  await expect.poll(() => existsSync(pidFile)).toBe(true);
  await Promise.all([kill(child), expect(answer).rejects.toThrow('socket hang up')]);
  const pid = Number(readFileSync(pidFile, 'utf8'));
  await expect.poll(() => isRunning(pid), { timeout: 5_000 }).toBe(false);
  rmSync(folder, { recursive: true });
});

it.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ CACHE_URL: 'abc' }, 'CACHE_URL'],
])('%o is answered with a sentence', async (env, name) => {
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
