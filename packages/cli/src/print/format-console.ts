import { defaultLimits, type Lines } from '@signup-actions/runtime-core/internal';
import { formatConsoleCut, type ConsoleText } from '@signup-actions/workbench';
import { paint } from './paint.ts';

/** What an Action wrote to the console, below its calls. */
export function formatConsole(output: ConsoleText | undefined): Lines {
  if (!output) return [];
  const bar = paint('faint', '│');
  const lines = output.text === '' ? [] : output.text.split('\n');
  return [
    ...lines.map((line) => `      ${bar} ${line}`),
    ...(output.isCut ? [`      ${bar} ${paint('warning', cut)}`] : []),
  ];
}

const cut = formatConsoleCut(defaultLimits.maxConsoleCharacters);
