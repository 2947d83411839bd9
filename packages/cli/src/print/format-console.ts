import { defaultLimits, type Lines } from '@signup-actions/runtime-core';
import type { ConsoleText } from '../child/console-texts.ts';
import { paint } from './paint.ts';

/** What an Action wrote to the console, below its calls. */
export function formatConsole(output: ConsoleText | undefined): Lines {
  if (!output) return [];
  const bar = paint('faint', '│');
  const text = output.text.trimEnd();
  const lines = text === '' ? [] : text.split('\n');
  return [
    ...lines.map((line) => `      ${bar} ${line}`),
    ...(output.isCut ? [`      ${bar} ${paint('warning', cut)}`] : []),
  ];
}

const cut = `… cut: the platform keeps ${defaultLimits.maxConsoleCharacters} characters of an Action's output.`;
