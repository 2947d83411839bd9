import type { Step } from '../init/step.ts';
import { paint } from './paint.ts';

const marks = {
  create: paint('good', '+'),
  add: paint('good', '+'),
  leave: paint('faint', '·'),
} as const satisfies Record<Step['type'], string>;

/** What was done to each file, and what to type next. */
export function formatSteps(steps: readonly Step[], next: readonly string[]): string {
  const width = Math.max(...steps.map(({ path }) => path.length));
  return [
    ...steps.map(({ type, path, note }) => `${marks[type]} ${path.padEnd(width)}  ${note}`),
    '',
    paint('title', 'Next'),
    ...next.map((command) => `  ${paint('call', command)}`),
  ].join('\n');
}
