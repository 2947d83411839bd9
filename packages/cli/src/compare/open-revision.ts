import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { exists } from '../files/find-files.ts';
import { UsageError } from '../usage-error.ts';

/** Actions at a path, which may be a copy. */
export interface OpenedPath {
  readonly path: string;
  /** Removes the copy if there is one. */
  readonly close: () => Promise<void>;
}

/** 256 MB: far more than any tenant. */
const maxBytes = 2 ** 28;

/**
 * Opens a path, or a git revision of one such as `main:tenant`, whose files are copied into a temporary folder. Packages are
 * those of the working tree. Throws a {@link UsageError} if there is neither.
 */
export async function openRevision(named: string, cwd: string): Promise<OpenedPath> {
  const path = resolve(cwd, named);
  const [, revision = '', inside = ''] = /^([^:-][^:]+):(.*)$/s.exec(named) ?? [];
  if (revision === '' || (await exists(path))) return { path, close: () => Promise.resolve() };
  const git = async (...args: readonly string[]): Promise<Buffer> => {
    const options = { cwd, encoding: 'buffer', maxBuffer: maxBytes } as const;
    return (await promisify(execFile)('git', [...args], options)).stdout;
  };
  const folder = await mkdtemp(join(tmpdir(), 'signup-actions-diff-'));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const archive = await git('archive', '--format=tar', revision, '--', inside || '.');
    const file = join(folder, 'archive.tar');
    await writeFile(file, archive);
    await promisify(execFile)('tar', ['-xf', file, '-C', folder]);
    const root = String(await git('rev-parse', '--show-toplevel')).trim();
    for (const packages of [join(cwd, 'node_modules'), join(root, 'node_modules')]) {
      if (await exists(packages)) {
        await symlink(packages, join(folder, 'node_modules'), 'junction');
        break;
      }
    }
    return { path: join(folder, inside), close };
  } catch (error) {
    await close();
    const { stderr, message } = error as Error & { readonly stderr?: Buffer };
    const why =
      String(stderr ?? '')
        .split('\n')
        .find((line) => line !== '') ?? message;
    throw new UsageError(`Failed to read ${named}: ${why.replace(/^fatal: /, '')}.`);
  }
}
