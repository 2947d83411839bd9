import { UsageError } from './usage-error.ts';

/** A JSON object: not an array, not null. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value parsed from JSON is an object. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parses JSON; `file` is named in the {@link UsageError} that it throws for anything else. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // It quotes the text.
    const why = (error as Error).message.replaceAll(/\s+/g, ' ');
    throw new UsageError(`Failed to read ${file}: it is not JSON (${why}).`);
  }
}

/** Parses a string that may be JSON; returns undefined if it is not. */
export function parseJsonIfValid(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
