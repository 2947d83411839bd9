import { sendFrame } from './frames.ts';
import { runningAction } from './running-action.ts';

/** Far more than is ever shown: an Action that prints in a loop must not fill the parent's memory. */
export const maxCaughtCharacters = 65_536;

/** From here on what Actions print goes to the parent process, with the name of the Action. */
export function catchOutput(): void {
  const caught = new Map<string | undefined, number>();
  const write = (chunk: string | Uint8Array): void => {
    const action = runningAction.getStore();
    const before = caught.get(action) ?? 0;
    const text = String(typeof chunk === 'string' ? chunk : Buffer.from(chunk)).slice(
      0,
      maxCaughtCharacters - before,
    );
    if (text === '') return;
    caught.set(action, before + text.length);
    sendFrame({ type: 'output', action, text });
  };
  process.stdout.write = process.stderr.write = (
    chunk: string | Uint8Array,
    ...rest: readonly unknown[]
  ): boolean => {
    write(chunk);
    const done = rest.find((argument) => typeof argument === 'function');
    if (done) process.nextTick(done);
    return true;
  };
}
