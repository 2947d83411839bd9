import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { framesFd } from '../protocol.ts';
import { maxMemoryMb } from './wait-for-result.ts';

/** A child process, and what it writes. */
export interface Child {
  readonly child: ChildProcess;
  readonly frames: Readable;
  /** What is written past Node's streams. */
  readonly output: readonly Readable[];
}

/** The built child lies beside the built command; run from its sources, the command starts its sources. */
const isSource = import.meta.url.endsWith('.ts');
const childFile = new URL(isSource ? '../child/child.ts' : './child.js', import.meta.url);

/** Starts a process with an empty environment and bounded memory, which ends when this one does. */
export function startChild(): Child {
  const { NODE_COMPILE_CACHE } = process.env;
  const child = fork(fileURLToPath(childFile), {
    // Compiling the sources takes most of the time that a child needs to start. The child deletes this variable.
    env: isSource && NODE_COMPILE_CACHE !== undefined ? { NODE_COMPILE_CACHE } : {},
    execArgv: [
      `--max-old-space-size=${maxMemoryMb}`,
      // Warnings about Node's own features are not about the Actions.
      '--disable-warning=ExperimentalWarning',
      ...(isSource ? ['--conditions=@signup-actions/source'] : []),
      ...findPackageLoader(),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc', 'pipe'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  // A child stuck in a loop would not notice that its parent is gone.
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
  return {
    child,
    frames: child.stdio[framesFd] as Readable,
    output: [child.stdout, child.stderr].filter((stream) => stream !== null),
  };
}

/** The options with which Node finds packages under Yarn Plug'n'Play, which sets them in the environment. */
function findPackageLoader(): readonly string[] {
  if (!('pnp' in process.versions)) return [];
  const hooks = createRequire(import.meta.url).resolve('pnpapi');
  const loader = join(dirname(hooks), '.pnp.loader.mjs');
  return [
    `--require=${hooks}`,
    ...(existsSync(loader) ? [`--experimental-loader=${pathToFileURL(loader).href}`] : []),
  ];
}
