import type { Node } from 'oxc-parser';
import type { ActionSource } from '../../platform/action.ts';
import type { PlatformRule } from '../../platform/platform-rules.ts';
import type { CheckRule } from './sentences.ts';

/** What is wrong with an Action, found by reading it. */
export interface Finding {
  /** Absolute path of the file. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Stable name of the rule, or the compiler's code, such as `TS2339`. */
  readonly rule: CheckRule | PlatformRule | 'syntax' | `TS${string}`;
  /** One sentence. */
  readonly message: string;
  /** The offsets in the source between which it is; absent if it is about the whole line. */
  readonly span?: readonly [start: number, end: number];
}

/** A finding about a node. */
export const toFinding = (
  { file, source }: Pick<ActionSource, 'file' | 'source'>,
  { start, end }: Pick<Node, 'start' | 'end'>,
  { rule, message }: Pick<Finding, 'rule' | 'message'>,
): Finding => ({ file, line: lineAt(source, start), rule, message, span: [start, end] });

/** The line of an offset in a source, counted from 1. */
export const lineAt = (source: string, offset: number): number =>
  source.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/).length;

/** The offset of each line of a source. */
export const lineStarts = (source: string): readonly number[] => [
  0,
  ...[...source.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(
    ({ index, 0: end }) => index + end.length,
  ),
];
