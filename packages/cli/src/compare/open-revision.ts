import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { exists } from '../files/find-files.ts';
import { standardInput } from '../load/standard-input.ts';
import { UsageError } from '../usage-error.ts';
import { GitError, runGit } from './git.ts';

/** Actions at a path, which may be a copy. */
export interface OpenedPath {
  readonly path: string;
  /** A message that names the revision instead of its copy. */
  readonly name: (message: string) => string;
  /** Removes the copy if there is one. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a path, or a git revision of one such as `main:tenant`, whose files are copied into a temporary folder. Packages are
 * those of the working tree. Throws a {@link UsageError} if there is neither.
 */
export async function openRevision(named: string, cwd: string): Promise<OpenedPath> {
  if (named === standardInput) {
    throw new UsageError(
      'Failed to read -: diff cannot compare standard input. Save it to a file.',
    );
  }
  const path = resolve(cwd, named);
  if (await exists(path)) return { path, name: (message) => message, close: async () => {} };
  const [, revision, inside = ''] = /^([^:-][^:]+):(.*)$/s.exec(named) ?? [];
  if (revision === undefined) {
    throw new UsageError(
      `Failed to read ${path}: there is no such file.\nTo compare with a git revision, write REVISION:PATH, such as main:tenant.`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'signup-actions-diff-'));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await extract(revision, inside, { cwd, folder });
    const name = (message: string): string =>
      message
        // Packages are those of the working tree.
        .replaceAll(` in ${folder}`, ` in ${cwd}`)
        .replaceAll(`${folder}${sep}`, `${revision}:`)
        .replaceAll(folder, `${revision}:`);
    return { path: join(folder, inside), name, close };
  } catch (error) {
    await close();
    if (!(error instanceof GitError)) throw error;
    throw new UsageError(`Failed to read ${named}: ${error.message}`);
  }
}

/** Copies what a revision has at a path into a folder, where the packages of the working tree are found. */
async function extract(
  revision: string,
  inside: string,
  { cwd, folder }: { readonly cwd: string; readonly folder: string },
): Promise<void> {
  const root = String(await runGit(cwd, 'rev-parse', '--show-toplevel')).trim();
  const verified = await runGit(
    cwd,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{tree}`,
  ).catch(() => undefined);
  if (!verified) {
    throw new GitError(
      `the repository has no revision ${revision}.\nCI often fetches the last commit only: fetch the revision first, with git fetch origin ${revision.replace(/^origin\//, '')}.`,
    );
  }
  if (relative(cwd, resolve(cwd, inside)).startsWith('..')) {
    throw new GitError(
      'the path after a revision must be in the current folder.\nRun this in a folder above.',
    );
  }
  const listed = await runGit(
    cwd,
    'ls-tree',
    '--name-only',
    revision,
    '--',
    inside.replace(/\/+$/, '') || '.',
  );
  if (listed.length === 0) {
    throw new GitError(`the revision ${revision} has no ${inside} in ${cwd}.`);
  }
  const file = join(folder, 'archive.tar');
  await writeFile(
    file,
    await runGit(cwd, 'archive', '--format=tar', revision, '--', inside || '.'),
  );
  try {
    await promisify(execFile)('tar', ['-xf', file, '-C', folder]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new GitError(
      'tar, which unpacks revisions, is not installed.\nInstall it, or pass a folder or a file.',
    );
  }
  for (const packages of [join(cwd, 'node_modules'), join(root, 'node_modules')]) {
    if (!(await exists(packages))) continue;
    return symlink(packages, join(folder, 'node_modules'), 'junction');
  }
}
