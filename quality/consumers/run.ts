import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Where a command runs. */
export interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Far longer than any command takes, even on a busy machine. */
const maxMs = 300_000;

/** Runs a command that has to succeed. */
export async function run(command: readonly string[], place: Place): Promise<void> {
  const { status, output } = await runCommand(command, place);
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${output}`);
}

/** Runs a command that has to fail, and to print these words. */
export async function runToFail(
  command: readonly string[],
  words: readonly string[],
  place: Place,
): Promise<void> {
  const { status, output } = await runCommand(command, place);
  if (status && words.every((word) => output.includes(word))) return;
  throw new Error(`${command.join(' ')} was to fail with ${words.join(', ')}:\n${output}`);
}

/** A runner that hangs is ended, with everything that it has started: they are a group. */
async function runCommand([command = '', ...args]: readonly string[], place: Place) {
  const child = spawn(command, args, {
    ...place,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = (): void => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  const timer = setTimeout(kill, maxMs);
  process.once('exit', kill);
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const outputs = await Promise.all([text(child.stdout), text(child.stderr)]);
  const status = await exited;
  clearTimeout(timer);
  process.removeListener('exit', kill);
  return { status, output: outputs.join('') };
}
