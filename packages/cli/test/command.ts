import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { text as readAllText } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { ExpectStatic } from 'vitest';
import { main } from '../src/main.ts';
import { createShell, type Shell } from '../src/shell.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The example tenant, as users have it. */
export const examples: string = join(root, 'examples');

/** What a command did. */
export interface Done {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in this process, without colours; `~` in its output stands for the folder. */
export const signupActions = (folder: string, ...args: readonly string[]): Promise<Done> =>
  runInThisProcess(folder, args, {});

async function runInThisProcess(
  folder: string,
  args: readonly string[],
  env: Shell['env'],
): Promise<Done> {
  const printed = { stdout: '', stderr: '' };
  const status = await startSignupActions(folder, args, {
    onPrint: (text, stream) => void (printed[stream] += text),
    env,
  });
  return hideVarying(folder, { status, ...printed });
}

/** What a test does while the command runs. */
export interface Watching {
  readonly onPrint: (text: string, stream: 'stdout' | 'stderr') => void;
  /** Receives a function that interrupts the command. */
  readonly onInterrupt?: Shell['onInterrupt'];
  readonly onKey?: Shell['onKey'];
  /** The environment variables that the command sees; none by default. */
  readonly env?: Shell['env'];
  /** Whether standard error is a terminal; by default both streams are files. */
  readonly hasTerminal?: boolean;
  /** The columns of the terminal that both streams are. */
  readonly columns?: number;
  /** Whether another program gets standard output. */
  readonly isPiped?: boolean;
}

/** Starts the command in this process, and returns its exit status. */
export function startSignupActions(
  folder: string,
  args: readonly string[],
  {
    onPrint,
    onInterrupt = () => {},
    onKey,
    env = {},
    hasTerminal = false,
    columns,
    isPiped = false,
  }: Watching,
): Promise<number> {
  const terminals = {
    stdout: isPiped ? undefined : columns,
    stderr: columns ?? (hasTerminal ? 80 : undefined),
  };
  const toStream = (name: 'stdout' | 'stderr'): Writable =>
    Object.assign(
      new Writable({
        write(chunk, _, done) {
          onPrint(String(chunk), name);
          done();
        },
      }),
      { isTTY: terminals[name] !== undefined, columns: terminals[name] },
    );
  const shell = createShell({
    cwd: folder,
    env,
    stdout: toStream('stdout'),
    stderr: toStream('stderr'),
    isPiped,
    onInterrupt,
    onKey,
  });
  return main(args, shell);
}

// Without a cache, each process would compile all sources again, which takes most of its time.
process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/node');

/** The environment of a process that a test starts. */
export const toolEnv: Readonly<Record<string, string | undefined>> = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
};

const bin = join(root, 'packages/cli/src/bin.ts');
const [, nodeOptions = ''] = /^#!\/usr\/bin\/env -S node(.*)/.exec(readFileSync(bin, 'utf8')) ?? [];

/** What Node is started with to run the command from its sources, as the first line of the program says. */
export const command: readonly string[] = [
  '--conditions=@signup-actions/source',
  ...nodeOptions.trim().split(' '),
  bin,
];

/** Starts the command as a process of its own. */
export const spawnSignupActions = (folder: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [...command, ...args], {
    cwd: folder,
    env: { ...toolEnv, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs the command as a process of its own; `~` in its output stands for the folder. */
export const runSignupActions = async (folder: string, ...args: readonly string[]): Promise<Done> =>
  hideVarying(folder, await waitFor(spawnSignupActions(folder, ...args)));

/** Waits for the end of a process. */
export async function waitFor(child: ChildProcess): Promise<Done> {
  const [status, stdout, stderr] = await Promise.all([
    new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    }),
    ...[child.stdout, child.stderr].map((stream) => (stream ? readAllText(stream) : '')),
  ]);
  return { status, stdout: stdout ?? '', stderr: stderr ?? '' };
}

/**
 * Runs the command in colour, and writes what it prints to the folder where the site looks for what its pages quote.
 * Returns the output without colours.
 */
export async function recordInColour(
  expect: ExpectStatic,
  name: string,
  folder: string,
  ...args: readonly string[]
): Promise<Done> {
  const { status, stdout, stderr } = await runInThisProcess(folder, args, { FORCE_COLOR: '1' });
  await expect(stdout).toMatchFileSnapshot(join(root, `docs/snippets/terminal/${name}.ansi`));
  return { status, stdout: stripVTControlCharacters(stdout), stderr };
}

function hideVarying(folder: string, { status, stdout, stderr }: Done): Done {
  const hide = (printed: string): string =>
    printed
      .replaceAll(folder, '~')
      .replaceAll(/\d+(\.\d+)? ms/g, '0 ms')
      .replaceAll(/"expires_at":\d{13}/g, '"expires_at":0');
  return { status, stdout: hide(stdout), stderr: hide(stderr) };
}

/** A folder with these files, by their paths inside it. */
export function createFolder(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-'));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

/** The source of an Action whose handler has this body. */
export const action = (body: string): string =>
  `exports.onExecutePreUserRegistration = async (event, api) => {\n  ${body}\n};\n`;
