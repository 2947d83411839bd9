import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command. */
export const bin: string = fileURLToPath(new URL('../dist/bin.js', import.meta.url));

/** The example tenant, as users have it. */
export const examples = fileURLToPath(new URL('../../../examples', import.meta.url));

/** What a command did. */
export interface Done {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a process, without colours; `~` in its output stands for the folder. */
export const signupActions = (folder: string, ...args: readonly string[]): Done =>
  signupActionsWith({ NO_COLOR: '1' }, folder, ...args);

/** The same in an environment of these variables. */
export function signupActionsWith(
  env: Readonly<Record<string, string>>,
  folder: string,
  ...args: readonly string[]
): Done {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  });
  const hide = (text: string): string =>
    text
      .replaceAll(folder, '~')
      .replaceAll(/\d+(\.\d+)? ms/g, '0 ms')
      .replaceAll(/"expires_at":\d{13}/g, '"expires_at":0');
  return { status, stdout: hide(stdout), stderr: hide(stderr) };
}

/** Starts the built command, for a test to end. */
export const startSignupActions = (folder: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
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
