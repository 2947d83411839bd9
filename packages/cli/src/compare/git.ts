import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** 256 MB: far more than any tenant. */
const maxBytes = 2 ** 28;

/** Runs git in a folder, and returns what it prints. Throws a {@link GitError} if it fails. */
export async function runGit(cwd: string, ...args: readonly string[]): Promise<Buffer> {
  // Its words are searched.
  const env = { ...process.env, LC_ALL: 'C' };
  const options = { cwd, env, encoding: 'buffer', maxBuffer: maxBytes } as const;
  try {
    return (await promisify(execFile)('git', [...args], options)).stdout;
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { readonly stderr?: Buffer };
    throw new GitError(explainGit(code, String(stderr ?? '').trim(), cwd));
  }
}

/** Why git failed, for the end of a sentence, and what to do. */
export class GitError extends Error {}

function explainGit(code: unknown, said: string, folder: string): string {
  if (code === 'ENOENT') {
    return 'git, which reads revisions, is not installed.\nInstall it, or pass a folder or a file.';
  }
  if (said.includes('dubious ownership')) {
    return `git does not trust the repository of ${folder}, since another user owns it.\nRun git config --global --add safe.directory with the folder of the repository.`;
  }
  if (said.includes('not a git repository')) {
    return `there is no such file, and ${folder} is not in a git repository, which could have a revision.\nPass a folder or a file, or run this in the repository.`;
  }
  const [first = ''] = said.split('\n');
  return `git failed${first === '' ? '' : ` with ${JSON.stringify(first.replace(/^(fatal|error): /, ''))}`}.`;
}
