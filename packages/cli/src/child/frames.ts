import { writeSync } from 'node:fs';

/** What a child process says while it runs, one JSON a line. It stays said, however the process ends. */
export type Frame =
  | { readonly type: 'ready' }
  /** The code of an Action is about to run, and then its handler. */
  | { readonly type: 'load'; readonly action: string }
  | { readonly type: 'start'; readonly action: string; readonly time: number }
  /** Console output; without an Action where nobody knows whose it is. */
  | { readonly type: 'output'; readonly action?: string | undefined; readonly text: string };

/** The file descriptor that frames go through: those before it are the standard three and the channel. */
export const framesFd = 4;

/** Says something to the parent process, before anything else happens. */
export const sendFrame = (frame: Frame): void =>
  void writeSync(framesFd, `${JSON.stringify(frame)}\n`);

/** The frames of all that a process has said; what broke off in the middle is left out. */
export const parseFrames = (text: string): readonly Frame[] =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Frame);
