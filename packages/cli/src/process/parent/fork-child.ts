// Only what it takes to start a process: the command does so before it loads anything else.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire, getCompileCacheDir } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { maxMemoryMb } from '../protocol.ts';

/** What a child process does: it runs flows, or explores an Action. */
export type Program = 'child' | 'explorer';

/** The built child lies beside the built command; run from its sources, the command starts its sources. */
const isSource = import.meta.url.endsWith('.ts');
const toFile = (program: Program): URL =>
  new URL(isSource ? `../child/${program}.ts` : `./${program}.cjs`, import.meta.url);
const isPosix = process.platform !== 'win32';

/** Starts a process with an empty environment and bounded memory, and passes these arguments to it. */
export function forkChild(args: readonly string[] = [], program: Program = 'child'): ChildProcess {
  const compileCache = findCompileCache();
  const options = [
    `--max-old-space-size=${maxMemoryMb}`,
    // Warnings about Node's own features are not about the Actions.
    '--disable-warning=ExperimentalWarning',
    '--no-deprecation',
    ...(isSource ? ['--conditions=@signup-actions/source'] : []),
    ...findPackageLoader(),
  ];
  return spawn(process.execPath, [...options, fileURLToPath(toFile(program)), ...args], {
    // Compiling the sources takes most of the time that a child needs to start. The child deletes this variable.
    env: compileCache === undefined ? {} : { NODE_COMPILE_CACHE: compileCache },
    // A group of its own, which can be ended as a whole, and which Ctrl+C does not reach.
    detached: isPosix,
    // The last two are for flows and for frames.
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
}

/** The folder in which Node keeps what it has compiled; undefined if it keeps nothing. */
function findCompileCache(): string | undefined {
  if (isSource) return process.env['NODE_COMPILE_CACHE'];
  const ofThisNode = getCompileCacheDir();
  return ofThisNode === undefined ? undefined : dirname(ofThisNode);
}

let forked: ChildProcess | undefined;

/** Starts a process that {@link takeForked} returns, while the rest of the command loads. */
export function forkAhead(): void {
  forked = forkChild();
  // Whoever takes the process starts another one instead.
  forked.on('error', () => {});
}

/** The process that was started ahead, once; undefined if there is none, or if it has ended. */
export function takeForked(): ChildProcess | undefined {
  const taken = forked;
  forked = undefined;
  const isRunning =
    taken?.pid !== undefined && taken.exitCode === null && taken.signalCode === null;
  return isRunning ? taken : undefined;
}

/** Ends the process that was started ahead if nothing has taken it. */
export function endForked(): void {
  const unused = takeForked();
  if (!unused) return;
  unused.kill('SIGKILL');
  for (const stream of unused.stdio) stream?.destroy();
  unused.unref();
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
