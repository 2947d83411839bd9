import { styleText } from 'node:util';
import type { TextRole } from '@signup-actions/runtime-core/internal';

/** How each meaning looks. */
const styleOf = {
  bad: ['bold', 'red'],
  call: ['cyan'],
  faint: ['dim'],
  good: ['bold', 'green'],
  title: ['bold'],
  warning: ['yellow'],
} as const satisfies Record<TextRole, readonly Parameters<typeof styleText>[0][]>;

/** Colours a piece of text by what it means, where that is wanted. */
export const paint = (role: TextRole, text: string): string =>
  isColoured ? styleText([...styleOf[role]], text, { validateStream: false }) : text;

const { FORCE_COLOR, NO_COLOR } = process.env;

/** On a terminal alone, unless somebody says otherwise. The oldest Node here does not look by itself. */
const isColoured =
  FORCE_COLOR === undefined
    ? !NO_COLOR && process.stdout.isTTY && process.stdout.hasColors()
    : FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
