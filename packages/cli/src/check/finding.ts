import type { PlatformRule } from '../platform-sentences.ts';

/** What is wrong with an Action, and where. */
export interface Finding {
  /** Absolute path of the file. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Stable name of the rule, or the compiler's code, such as `TS2339`. */
  readonly rule: PlatformRule | 'syntax' | `TS${string}`;
  /** One sentence. */
  readonly message: string;
}

/** The line, counted from 1, of an offset in a text. */
export const lineAt = (text: string, offset: number): number =>
  text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/).length;
