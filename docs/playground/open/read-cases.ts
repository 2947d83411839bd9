import { isCaseFile } from '@signup-actions/workbench';
import { parseCase } from '@signup-actions/workbench/case';
import { applyCase } from './apply-case.ts';
import { findCaseCode } from './find-case-code.ts';
import type { OpenedFile } from './opened-file.ts';
import type { Opened, OpenedCode } from './opened.ts';

/**
 * Opens the first test case among the files, and offers the others. Throws a `UsageError` for one that
 * `signup-actions test` would not read.
 */
export async function readCases(
  opened: readonly OpenedFile[],
  current: Omit<OpenedCode, 'notes'>,
): Promise<Opened> {
  const { actions, modules } = current;
  // The page goes on with its own while another case is chosen.
  const code = JSON.parse(JSON.stringify({ actions, modules })) as typeof current;
  const cases = new Map(
    opened
      .filter(({ path }) => isCaseFile(path))
      .map(({ path, read }) => [
        path,
        async (): Promise<Opened> => {
          const found = await parseCase(await read(), path);
          return applyCase({ path, found }, await findCaseCode({ path, found }, opened, code));
        },
      ]),
  );
  const [first] = cases.values();
  const shown = await first!();
  return cases.size > 1 ? { ...shown, cases } : shown;
}
