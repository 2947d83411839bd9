// Between the frames that a child writes are records: what it says to its parent, whole or not at all.
import { writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { ExploreEnd } from './explore-protocol.ts';
import { framesFd, type ResultMessage, type SaidRecord } from './protocol.ts';

/** What a child writes to its standard streams after a flow. */
export const endMark = '\u0000end of flow\u0000\n';

/** Writes the mark; returns false if an Action has closed a stream. */
export function sendEndMarks(): boolean {
  try {
    for (const fd of [1, 2]) writeSync(fd, endMark);
    return true;
  } catch {
    return false;
  }
}

const recordStart = '\u0000record ';
const recordEnd = '\u0000\n';

/** Writes a record, synchronously. */
export function sendRecord(record: SaidRecord): void {
  const text = `${recordStart}${serialize(record).toString('base64')}${recordEnd}`;
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length;) at += writeSync(framesFd, bytes, at);
}

/** The first record that a child wrote to the frames' descriptor, with the frames before it and what is after it. */
export interface ParsedRecord {
  readonly before: string;
  readonly record: SaidRecord;
  readonly rest: string;
}

/** Finds the first record that is complete. What only looks like one was written by an Action, and is skipped. */
export function parseRecord(text: string): ParsedRecord | undefined {
  let start = text.indexOf(recordStart);
  while (start !== -1) {
    const end = text.indexOf(recordEnd, start);
    if (end === -1) return undefined;
    const record = toRecord(text.slice(start + recordStart.length, end));
    if (record)
      return { before: text.slice(0, start), record, rest: text.slice(end + recordEnd.length) };
    start = text.indexOf(recordStart, start + recordStart.length);
  }
  return undefined;
}

function toRecord(body: string): SaidRecord | undefined {
  try {
    const said = deserialize(Buffer.from(body, 'base64')) as Partial<ExploreEnd & ResultMessage>;
    const type: unknown = said.type ?? said.result?.type;
    return typeof type === 'string' ? (said as SaidRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** What was written before a record that is not complete, if there is one. */
export function dropCutRecord(text: string): string {
  const start = text.indexOf(recordStart);
  return start === -1 ? text : text.slice(0, start);
}
