import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedAction } from '@signup-actions/workbench';
import { createFolder } from '../files/create-folder.ts';
import { exists } from '../files/find-files.ts';
import { toRelativePath, toSpecifier } from '../files/paths.ts';
import { standardInput } from '../load/standard-input.ts';
import type { Shell } from '../shell.ts';
import { formatTestFile } from './format-test-file.ts';
import type { FoundProblem } from './found-problem.ts';

/** What was written, and what was there already. */
export interface Saved {
  readonly written: readonly string[];
  readonly kept: readonly string[];
}

/**
 * Writes each problem of an Action into a folder, as a case and as a test for Vitest; overwrites nothing. `paths` are those
 * that the command was given, for code that is in no file of its own.
 */
export async function saveProblems(
  problems: readonly FoundProblem[],
  action: LoadedAction,
  { folder, paths }: { readonly folder: string; readonly paths: readonly string[] },
): Promise<Saved> {
  await createFolder(folder);
  const hasFile = await exists(action.file);
  const files = new Map<string, string>();
  for (const problem of problems) {
    const name = toFreeName(`${action.name} ${problem.signup}`, files);
    if (problem.case) {
      const isWhole = hasFile && (action.modules ?? []).length === 0;
      const named = isWhole ? [action.file] : paths.filter((path) => path !== standardInput);
      const [first, ...others] = named.map((path) => toSpecifier(folder, path));
      const text = {
        ...(first !== undefined && { actions: others.length > 0 ? [first, ...others] : first }),
        ...problem.case,
      };
      files.set(`${name}.signup.json`, `${JSON.stringify(text, undefined, 2)}\n`);
    }
    if (problem.test !== undefined && hasFile) {
      files.set(`${name}.test.mjs`, formatTestFile(problem.test, action, folder));
    }
  }
  const saved = { written: [] as string[], kept: [] as string[] };
  for (const [name, text] of files) {
    const file = join(folder, name);
    if (await exists(file)) saved.kept.push(file);
    else {
      await writeFile(file, text);
      saved.written.push(file);
    }
  }
  return saved;
}

/** A name for the files of a problem, which no other has. */
function toFreeName(text: string, files: ReadonlyMap<string, string>): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const count = words.findIndex((_, at) => words.slice(0, at + 1).join('-').length > maxName);
  const name = words.slice(0, count === -1 ? undefined : count).join('-') || 'action';
  const isTaken = (candidate: string): boolean =>
    files.has(`${candidate}.signup.json`) || files.has(`${candidate}.test.mjs`);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}

const maxName = 80;

/** How many files were written, for the user. */
export function formatSaved(saved: readonly Saved[], { cwd }: Pick<Shell, 'cwd'>): string {
  const list = (files: readonly string[]) =>
    files.map((file) => `\n  ${toRelativePath(cwd, file)}`).join('');
  const written = saved.flatMap((each) => each.written);
  const kept = saved.flatMap((each) => each.kept);
  return [
    ...(written.length > 0 ? [`\nWritten:${list(written)}`] : []),
    ...(kept.length > 0 ? [`\nThere already, and unchanged:${list(kept)}`] : []),
  ].join('');
}
