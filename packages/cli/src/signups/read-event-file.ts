import { basename } from 'node:path';
import { parseJson, readText } from '../load/read-text.ts';
import { UsageError } from '../usage-error.ts';
import { assertEvent } from './assert-event.ts';
import type { SignupList } from './signup.ts';

/** The signups of a file: one event, a JSON array of events, or one event a line (NDJSON). */
export async function readEventFile(file: string): Promise<SignupList> {
  const { events, isBatch } = parseEvents(await readText(file), file);
  if (events.length === 0) throw new UsageError(`Failed to read ${file}: it holds no event.`);
  const signups = events.map((event, index) => {
    const isOneOfMany = events.length > 1;
    assertEvent(event, isOneOfMany ? `${file}, event ${index + 1}` : file);
    const label = isOneOfMany ? `${basename(file)} ${index + 1}` : basename(file);
    return { label, event };
  });
  return { signups, isBatch };
}

interface ParsedEvents {
  readonly events: readonly unknown[];
  readonly isBatch: boolean;
}

function parseEvents(text: string, file: string): ParsedEvents {
  if (/\.(ndjson|jsonl)$/.test(file)) return { events: parseLines(text, file), isBatch: true };
  const json = parseJson(text, file);
  return Array.isArray(json) ? { events: json, isBatch: true } : { events: [json], isBatch: false };
}

const parseLines = (text: string, file: string): readonly unknown[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [parseJson(line, `${file}, line ${index + 1}`)],
    );
