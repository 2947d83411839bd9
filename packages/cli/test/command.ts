import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What Node is started with to run the command from its sources. */
export const command: readonly string[] = [
  '--conditions=@signup-actions/source',
  join(root, 'packages/cli/src/bin.ts'),
];

/** Lets processes share what Node makes of the sources, which saves each of them half of its time. */
const NODE_COMPILE_CACHE = join(root, 'node_modules/.cache/node');

/** The example tenant, as users have it. */
export const examples = join(root, 'examples');

/** What a command did. */
export interface Done {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a process, without colours; `~` in its output stands for the folder. */
export const signupActions = (folder: string, ...args: readonly string[]): Done =>
  signupActionsWith({ NO_COLOR: '1' }, folder, ...args);

/** The same in an environment of these variables. */
export function signupActionsWith(
  env: Readonly<Record<string, string>>,
  folder: string,
  ...args: readonly string[]
): Done {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE, ...env },
  });
  const hide = (text: string): string =>
    text
      .replaceAll(folder, '~')
      .replaceAll(/\d+(\.\d+)? ms/g, '0 ms')
      .replaceAll(/"expires_at":\d{13}/g, '"expires_at":0');
  return { status, stdout: hide(stdout), stderr: hide(stderr) };
}

/** Starts the command, for a test to end. */
export const startSignupActions = (folder: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [...command, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** A folder with these files, by their paths inside it. */
export function createFolder(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-'));
  writeFiles(folder, files);
  return folder;
}

/** Writes these files into a folder. */
function writeFiles(folder: string, files: Readonly<Record<string, unknown>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/** The source of an Action whose handler has this body. */
export const action = (body: string): string =>
  `exports.onExecutePreUserRegistration = async (event, api) => {\n  ${body}\n};\n`;
