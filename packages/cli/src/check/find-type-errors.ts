import { isMistake, toSentence } from './complaints.ts';
import type { Finding } from './finding.ts';
import { runTsc } from './run-tsc.ts';
import { withTypeProject } from './type-project.ts';

/** A file, and what the compiler is to read in its place. */
export interface TypedFile {
  readonly file: string;
  readonly text: string;
}

/** The type errors of files, each line for line as it is on disk. */
export async function findTypeErrors(files: readonly TypedFile[]): Promise<readonly Finding[]> {
  if (files.length === 0) return [];
  const copies = new Map(
    files.map(({ file, text }, index) => [
      `action-${index}/code${toExtension(file)}`,
      { file, text },
    ]),
  );
  const texts = Object.fromEntries([...copies].map(([copy, { text }]) => [copy, text]));
  const complaints = await withTypeProject(texts, runTsc);
  return complaints
    .filter(({ code }) => isMistake(code))
    .map(({ file: copy, line, code, message }) => {
      const file = copies.get(copy)?.file;
      if (file === undefined)
        throw new Error(`Failed to check types: ${copy} is wrong: ${message}`);
      return { file, line, rule: code, message: toSentence(message) };
    });
}

/** Whatever a file is called, what is not TypeScript is CommonJS. */
const toExtension = (file: string): string => /\.[cm]?ts$/.exec(file)?.[0] ?? '.js';
