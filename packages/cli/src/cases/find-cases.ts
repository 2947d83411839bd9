import { dirname, join, sep } from 'node:path';
import { findFiles, isFolder } from '../files/find-files.ts';
import { isCaseFile } from '@signup-actions/workbench';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';

/** A file with a case, and the folder that it was found in. */
export interface CaseFile {
  readonly file: string;
  /** Actions are looked for up to here. */
  readonly root: string;
}

/**
 * The files with cases at these absolute paths. Their Actions may be anywhere up to the folder of the command. Throws a
 * {@link UsageError} if there is no case.
 */
export async function findCases(
  paths: readonly string[],
  { cwd }: Pick<Shell, 'cwd'>,
): Promise<readonly CaseFile[]> {
  const found: CaseFile[] = [];
  for (const path of paths) {
    const root = `${path}${sep}`.startsWith(`${cwd}${sep}`) ? cwd : undefined;
    if (await isFolder(path)) {
      const names = await findFiles(path, /\.signup\.(json|ya?ml)$/);
      found.push(...names.map((name) => ({ file: join(path, name), root: root ?? path })));
    } else {
      assertCaseName(path, 'read');
      found.push({ file: path, root: root ?? dirname(path) });
    }
  }
  // A folder and a file in it may both be named.
  if (found.length > 0) return [...new Map(found.map((each) => [each.file, each])).values()];
  throw new UsageError(
    `Failed to test ${paths.join(', ')}: it contains no case, a file that ends in .signup.json, .signup.yaml or .signup.yml.\nWrite one such as { "event": {} }, and run this again with --update to add what is expected.`,
  );
}

/** Throws a {@link UsageError} for the name of a file that cannot have a case. */
export function assertCaseName(file: string, attempt = 'write'): void {
  if (isCaseFile(file)) return;
  throw new UsageError(
    `Failed to ${attempt} ${file}: a file with a case ends in .signup.json, .signup.yaml or .signup.yml.`,
  );
}
