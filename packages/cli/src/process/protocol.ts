// How parent and child talk while a flow runs. The job and the result go through the IPC channel; frames go through
// a pipe of their own, since what was written to it can be read however the child ends.
import { writeSync } from 'node:fs';
import type { FlowJob, FlowResult, Frame, LoadedAction } from '@signup-actions/workbench';
import { isJsonObject, parseJsonIfValid } from '../files/json.ts';

/** The file descriptor for frames; those before it are the three standard streams and the IPC channel. */
export const framesFd = 4;

/** The heap that V8 may use, as on the platform's smallest machines. */
export const maxMemoryMb = 256;

/** What the process may use in all: Node itself, the heap, and buffers outside it. */
export const maxProcessMb = 768;

/** The signal by which the child's watchdog ends it for using too much memory. */
export const memorySignal = 'SIGUSR2';

/** What the parent sends for each flow. */
export interface FlowMessage extends Omit<FlowJob, 'actions'> {
  /** Sent with the first flow of a process: all later ones have the same. */
  readonly actions?: readonly LoadedAction[] | undefined;
  /** Whether the process is to wait for another flow. */
  readonly isKept: boolean;
}

/** What the child sends when a flow is over. */
export interface ResultMessage {
  readonly result: FlowResult;
  /** Whether the process can run another flow: nothing that this one has begun is left in it. */
  readonly isReusable: boolean;
}

/** What a child that is kept writes to the frames' descriptor after a flow. No frame contains a NUL. */
export const endMark = '\u0000end of flow\u0000\n';

/** Writes the mark; returns false if an Action has closed the descriptor. */
export function sendEndMark(): boolean {
  try {
    writeSync(framesFd, endMark);
    return true;
  } catch {
    return false;
  }
}

/** Writes frames, synchronously, as lines of JSON. They start a new line: an Action may have written to the pipe. */
export const sendFrames = (...frames: readonly Frame[]): void =>
  void writeSync(framesFd, frames.map((frame) => `\n${JSON.stringify(frame)}\n`).join(''));

/** What a child wrote to the frames' descriptor. */
export interface ParsedFrames {
  readonly frames: readonly Frame[];
  /** What an Action wrote there. */
  readonly stray: string;
}

/** Parses everything that a child has written to the frames' descriptor. An incomplete last frame is ignored. */
export function parseFrames(text: string): ParsedFrames {
  const lines = text.split('\n').filter((line) => line !== '');
  const parsed = lines.map((line) => ({ line, frame: toFrame(line) }));
  const isCutFrame = (line: string, index: number): boolean =>
    index === lines.length - 1 && line.startsWith('{"type":"');
  return {
    frames: parsed.flatMap(({ frame }) => frame ?? []),
    stray: parsed
      .filter(({ line, frame }, index) => !frame && !isCutFrame(line, index))
      .map(({ line }) => `${line}\n`)
      .join(''),
  };
}

const frameTypes: Readonly<Record<Frame['type'], true>> = {
  ready: true,
  load: true,
  start: true,
  call: true,
  diagnostic: true,
  required: true,
  output: true,
};

function toFrame(line: string): Frame | undefined {
  const frame = parseJsonIfValid(line);
  if (!isJsonObject(frame) || !Object.hasOwn(frameTypes, String(frame['type']))) return undefined;
  return frame as unknown as Frame;
}
