import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TextRole } from '@signup-actions/runtime-core/internal';
import type { Paint } from '../print/paint.ts';

/** What `init` does to one file. */
export interface Step {
  /** Path of the file inside the folder. */
  readonly path: string;
  /** `create` and `add` write `text`; `leave` keeps the file that is there; `omit` creates none. */
  readonly type: 'create' | 'add' | 'leave' | 'omit';
  readonly text?: string;
  /** What is done to the file; or why nothing is done, and what the user can do. */
  readonly note: string;
}

/** Writes the file of a step, if the step writes one. */
export async function applyStep(folder: string, { path, type, text }: Step): Promise<void> {
  if (text === undefined) return;
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  // Do not overwrite a file created in the meantime.
  await writeFile(file, text, { flag: type === 'create' ? 'wx' : 'w' });
}

const marks = {
  create: { role: 'good', mark: '+' },
  add: { role: 'good', mark: '+' },
  leave: { role: 'faint', mark: '·' },
  omit: { role: 'faint', mark: '·' },
} as const satisfies Record<Step['type'], { readonly role: TextRole; readonly mark: string }>;

/** What was done to each file, and the commands to type next. */
export function formatSteps(
  steps: readonly Step[],
  commands: readonly string[],
  paint: Paint,
): string {
  const width = Math.max(...steps.map(({ path }) => path.length));
  return [
    ...steps.map(({ type, path, note }) => {
      const { role, mark } = marks[type];
      return `${paint(role, mark)} ${path.padEnd(width)}  ${note}`;
    }),
    '',
    paint('title', 'Next'),
    ...commands.map((command) => `  ${paint('call', command)}`),
  ].join('\n');
}
