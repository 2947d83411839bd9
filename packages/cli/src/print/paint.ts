import { stripVTControlCharacters, styleText } from 'node:util';
import type { TextRole } from '@signup-actions/runtime-core/internal';

/** Colours a string by its role in a report. */
export type Paint = (role: TextRole, text: string) => string;

const styles = {
  bad: ['bold', 'red'],
  call: ['cyan'],
  faint: ['dim'],
  good: ['bold', 'green'],
  title: ['bold'],
  warning: ['yellow'],
} as const satisfies Record<TextRole, readonly Parameters<typeof styleText>[0][]>;

/** What decides whether text is coloured. */
export interface PaintOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Partial<Pick<NodeJS.WriteStream, 'hasColors' | 'isTTY'>>;
}

/** Colours text for terminals; `NO_COLOR` and `FORCE_COLOR` override that. */
export function createPaint({ stdout, env }: PaintOptions): Paint {
  const { FORCE_COLOR, NO_COLOR } = env;
  // Node 22.13, the oldest that is supported, does not check this itself.
  const isColoured =
    FORCE_COLOR === undefined
      ? !NO_COLOR && stdout.isTTY === true && stdout.hasColors?.() === true
      : FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return (role, text) =>
    isColoured ? styleText([...styles[role]], text, { validateStream: false }) : text;
}

/** Removes everything that could control a terminal from a string of an Action or an event; keeps lines and tabs. */
export const toPrintable = (text: string): string =>
  stripVTControlCharacters(text).replaceAll(
    // oxlint-disable-next-line no-control-regex -- these are what it removes
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    '',
  );
