import type { Finding } from './finding.ts';
import { runTsc, type Complaint } from './run-tsc.ts';
import { withTypeProject } from './type-project.ts';

/** A file, and what the compiler is to read in its place. */
export interface TypedFile {
  readonly file: string;
  readonly text: string;
}

/** What the compiler says and the platform does not. */
const noMistakes: ReadonlySet<Complaint['code']> = new Set([
  // A module that cannot be found, or has no types: dependencies are installed on the platform, and not here.
  'TS2307',
  'TS7016',
  // A return at the top: the platform runs CommonJS, which may.
  'TS1108',
]);

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
    .filter(({ code }) => !noMistakes.has(code))
    .map(({ file: copy, line, code, message }) => {
      const file = copies.get(copy)?.file;
      if (file === undefined)
        throw new Error(`Failed to check types: ${copy} is wrong: ${message}`);
      return { file, line, rule: code, message: toSentence(message) };
    });
}

/** Whatever a file is called, what is not TypeScript is CommonJS. */
const toExtension = (file: string): string => /\.[cm]?ts$/.exec(file)?.[0] ?? '.js';

/** The first sentence of what the compiler says; where our types say why, that reason. */
function toSentence(message: string): string {
  const because = /NotAllowed<"(?<because>(?:[^"\\]|\\.)*)">/.exec(message)?.groups?.['because'];
  const [first = message] = message.split(/\r?\n/);
  const sentence =
    because === undefined ? first : `This is not allowed: ${JSON.parse(`"${because}"`)}`;
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
