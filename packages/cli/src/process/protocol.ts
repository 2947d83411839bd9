// How parent and child talk while a flow runs. The job and the result go through the IPC channel; frames go through
// a pipe of their own, since what was written to it can be read however the child ends.
import { writeSync } from 'node:fs';
import type { Frame } from '@signup-actions/workbench';

/** The file descriptor for frames; those before it are the three standard streams and the IPC channel. */
export const framesFd = 4;

/** Writes a frame, synchronously, as one line of JSON. */
export const sendFrame = (frame: Frame): void =>
  void writeSync(framesFd, `${JSON.stringify(frame)}\n`);

/** Parses everything that a child has written to the frames' descriptor. An incomplete last line is ignored. */
export const parseFrames = (text: string): readonly Frame[] =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Frame);
