import type { TextRole } from '@signup-actions/runtime-core';
import colors from 'picocolors';

/** Colours, where standard output shows them (`NO_COLOR` and `FORCE_COLOR` are honoured). */
const colorOf: { readonly [Role in TextRole]: (text: string) => string } = {
  bad: (text) => colors.bold(colors.red(text)),
  call: colors.cyan,
  faint: colors.dim,
  good: (text) => colors.bold(colors.green(text)),
  title: colors.bold,
  warning: colors.yellow,
};

/** Colours a piece of text by what it means. */
export const paint = (role: TextRole, text: string): string => colorOf[role](text);
