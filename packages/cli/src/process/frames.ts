import { writeSync } from 'node:fs';
import type { Frame } from '@signup-actions/workbench';
import { isJsonObject, parseJsonIfValid } from '../files/json.ts';
import { framesFd } from './protocol.ts';

/** Writes frames, synchronously. */
export const sendFrames = (...frames: readonly Frame[]): void => sendLines(frames);

/** Writes data, synchronously, as lines of JSON. They start a new line: an Action may have written to the pipe. */
export const sendLines = (lines: readonly object[]): void =>
  void writeSync(framesFd, lines.map((line) => `\n${JSON.stringify(line)}\n`).join(''));

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
  request: true,
  required: true,
  output: true,
};

function toFrame(line: string): Frame | undefined {
  const frame = parseJsonIfValid(line);
  if (!isJsonObject(frame) || !Object.hasOwn(frameTypes, String(frame['type']))) return undefined;
  return frame as unknown as Frame;
}
