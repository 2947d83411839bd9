import { isCaseFile } from '@signup-actions/workbench';
import { UsageError } from '@signup-actions/workbench/files';
import type { OpenedFile } from './opened-file.ts';
import type { Opened, OpenedCode } from './opened.ts';
import { readCode, toOpenedCode } from './read-code.ts';
import { isTrace, readTrace } from './read-trace.ts';

/**
 * Reads opened files: a trace, test cases, a tenant in any form that the command line reads, or files of Actions.
 * `current` is the code of the page, which a test case by itself runs.
 */
export async function readOpened(
  opened: readonly OpenedFile[],
  current: Omit<OpenedCode, 'notes'>,
): Promise<Opened> {
  if (opened.length === 0) throw new UsageError('Failed to open: there is no file.');
  const [only, ...others] = opened;
  if (only && others.length === 0 && only.path.endsWith('.json')) {
    const text = await only.read();
    if (isTrace(text)) return readTrace(text, only.path);
  }
  if (!opened.some(({ path }) => isCaseFile(path))) {
    return withValueNotes(toOpenedCode(await readCode(opened)));
  }
  // Their format is large.
  const { readCases } = await import('./read-cases.ts');
  return withValueNotes(await readCases(opened, current));
}

function withValueNotes<Code extends OpenedCode>(code: Code): Code {
  const without = [...code.actions, ...(code.modules ?? [])].flatMap(({ name, secrets }) =>
    secrets.filter(([, value]) => value === '').map(([secret]) => `${secret} of ${name}`),
  );
  if (without.length === 0) return code;
  return { ...code, notes: [...code.notes, `Secrets without a value: ${without.join(', ')}.`] };
}
