import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, vi } from 'vitest';
import { startFlows, type FlowsOptions } from '../src/flows.ts';
import { startServer } from '../src/start-server.ts';

const examples = fileURLToPath(new URL('../../', import.meta.url));
const closers: (() => void)[] = [];
afterAll(() => closers.splice(0).forEach((close) => close()));

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A server over real HTTP; `code` replaces the tenant's last Action. */
export async function start({
  code,
  showCodes = false,
  ...limits
}: { code?: string; showCodes?: boolean } & Pick<
  FlowsOptions,
  'timeoutMs' | 'graceMs' | 'firstPauseMs'
> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-better-auth-'));
  cpSync(join(examples, 'tenant'), folder, { recursive: true });
  const writeCode = (text: string): void =>
    writeFileSync(join(folder, 'actions/tag-plan/code.js'), text);
  if (code !== undefined) writeCode(code);
  const printed: string[] = [];
  const logged: string[] = [];
  const flows = await startFlows({
    folder,
    secretsFile: join(examples, 'tenant.env'),
    log: (text) => printed.push(text),
    maxMemoryMb: 64,
    ...limits,
  });
  const database = new DatabaseSync(':memory:');
  const server = await startServer({
    port: 0,
    secret: 'b2f3c1d4e5a69788796a5b4c3d2e1f00',
    database,
    flows,
    log: (line) => logged.push(line),
    showCodes,
  });
  closers.push(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  const post = async (body: string, more: Record<string, string> = {}): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', ...more };
    const response = await fetch(server.url, { method: 'POST', headers, body });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
  return {
    /** The lines of the server's log. */
    logged,
    /** What the process of the Actions has printed. */
    printed: () => printed.join(''),
    writeCode,
    post,
    users: () => database.prepare('select * from user').all(),
    signUp: (email: string, headers?: Record<string, string>) =>
      post(JSON.stringify({ email, name: 'Ada', password: 'correct horse battery' }), headers),
  };
}

/** The code of an Action with this body. */
export const action = (body: string): string =>
  `exports.onExecutePreUserRegistration = async (event, api) => { ${body} };`;

/** The same for mallory only; everyone else is allowed. */
export const actionForMallory = (body: string): string =>
  action(`if (event.user.email.startsWith('mallory')) { ${body} }`);

/** Repeats a check until it passes: however busy the machine is, waiting for events never fails too early. */
export const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 50_000, interval: 20 });
