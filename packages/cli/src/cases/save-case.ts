import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemClock } from '@signup-actions/runtime-core/internal';
import { isYaml, type SignupCase } from '@signup-actions/workbench';
import { exists } from '../files/find-files.ts';
import { explainFileError } from '../files/read-text.ts';
import { standardInput } from '../load/standard-input.ts';
import type { ReportEntry } from '../print/report-entry.ts';
import { UsageError } from '../usage-error.ts';
import { assertCaseName } from './find-cases.ts';
import { toCase, type CaseSource } from './to-case.ts';

/** Collects the signups of a run for a case. */
export interface CaseWriter {
  readonly add: (entry: ReportEntry) => void;
  /** Writes the file, and returns what the user has to know of it. */
  readonly write: () => Promise<readonly string[]>;
}

/** People read cases. */
const maxSignups = 100;

/** Creates a writer of a case with `total` signups. Throws a {@link UsageError} if the file exists or cannot hold them. */
export async function createCaseWriter(
  source: Omit<CaseSource, 'now'>,
  total: number,
): Promise<CaseWriter> {
  const { file, paths } = source;
  assertCaseName(file);
  const fail = (why: string): never => {
    throw new UsageError(`Failed to save a case to ${file}: ${why}`);
  };
  if (await exists(file)) fail('the file exists. Name another one.');
  if (!(await exists(dirname(file)))) fail('its folder does not exist.');
  if (paths.includes(standardInput)) {
    fail('a case cannot name Actions of standard input. Save them to a file, and pass that.');
  }
  if (total > maxSignups) {
    fail(`a case has at most ${maxSignups} signups but received ${total}. Pass fewer.`);
  }
  const now = systemClock();
  const entries: ReportEntry[] = [];
  return {
    add: (entry) => void entries.push(entry),
    async write() {
      const { text, notes } = toCase(entries, { ...source, now });
      try {
        await writeFile(file, await formatCase(text, file), { flag: 'wx' });
      } catch (error) {
        fail(`${explainFileError(error)}.`);
      }
      return notes;
    },
  };
}

async function formatCase(text: SignupCase, file: string): Promise<string> {
  if (!isYaml(file)) return `${JSON.stringify(text, undefined, 2)}\n`;
  const { stringify } = await import('yaml');
  return stringify(text, { lineWidth: 0 });
}
