import type { Readable } from 'node:stream';
import { dropCutRecord, endMark, parseRecord } from '../records.ts';
import type { SaidRecord } from '../protocol.ts';

/** What is read from a standard stream of a child. */
export interface CollectedText {
  /** What has come and was not taken. */
  readonly read: () => string;
  /** Takes what comes before the mark after a flow; without a mark, everything. */
  readonly take: () => string;
  /** Waits for the mark after a flow, or the end of the stream. */
  readonly waitForMark: () => Promise<void>;
}

/** Reads a standard stream up to a limit for each flow. */
export function collectText(stream: Readable | null, maxCharacters: number): CollectedText {
  let text = '';
  let onMark: (() => void) | undefined;
  const hasMark = (): boolean => text.includes(endMark);
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => {
    text += chunk;
    // The mark may come in two parts.
    const isTooLong = text.length > maxCharacters + chunk.length && !hasMark();
    if (isTooLong) text = text.slice(0, maxCharacters) + text.slice(-endMark.length);
    if (onMark && hasMark()) onMark();
  });
  stream?.on('error', () => {});
  stream?.on('close', () => onMark?.());
  return {
    read: () => text,
    take() {
      const [taken = '', ...rest] = text.split(endMark);
      text = rest.join(endMark);
      return taken;
    },
    waitForMark: () =>
      new Promise((resolve) => {
        onMark = () => {
          onMark = undefined;
          resolve();
        };
        if (!stream || stream.closed || hasMark()) onMark();
      }),
  };
}

/** What is read from the pipe for frames and records. */
export interface CollectedFrames {
  /** What has come and was not taken. */
  readonly read: () => string;
  /** Takes the next record; undefined if there is none yet. */
  readonly takeRecord: () => SaidRecord | undefined;
  /** Takes the frames before the records that were taken. */
  readonly take: () => string;
  /** The same with everything that has come since. */
  readonly takeAll: () => string;
  /** Calls the listener whenever something has come, and returns how to stop. */
  readonly onRead: (listener: () => void) => () => void;
}

/** Reads the pipe for frames and records. */
export function collectFrames(stream: Readable): CollectedFrames {
  let text = '';
  let frames = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => void (text += chunk));
  stream.on('error', () => {});
  const take = (): string => {
    const taken = frames;
    frames = '';
    return taken;
  };
  return {
    read: () => text,
    takeRecord() {
      const parsed = parseRecord(text);
      if (!parsed) return undefined;
      frames += parsed.before;
      text = parsed.rest;
      return parsed.record;
    },
    take,
    takeAll() {
      frames += dropCutRecord(text);
      text = '';
      return take();
    },
    onRead(listener) {
      stream.on('data', listener);
      return () => stream.off('data', listener);
    },
  };
}
