import { styleText } from 'node:util';
import type { TextRole } from '@signup-actions/runtime-core';

/** How each meaning looks. */
const styleOf = {
  bad: ['bold', 'red'],
  call: ['cyan'],
  faint: ['dim'],
  good: ['bold', 'green'],
  title: ['bold'],
  warning: ['yellow'],
} as const satisfies Record<TextRole, readonly Parameters<typeof styleText>[0][]>;

/** Colours a piece of text by what it means: on a terminal alone, and as `NO_COLOR` and `FORCE_COLOR` say. */
export const paint = (role: TextRole, text: string): string =>
  styleText([...styleOf[role]], text, { stream: process.stdout });
