import type { RequiredFile } from '../check/check-actions.ts';
import type { CompilerError } from '../check/explain/explanation.ts';
import { lineStarts } from '../check/findings/finding.ts';
import { applyEdits, type Edit } from '../check/typing/edits.ts';
import { runTsc } from './run-tsc.ts';
import { withTypeProject } from './type-project.ts';

/** A source, and the edits with which the compiler reads it. */
export interface TypedSource {
  readonly file: string;
  readonly source: string;
  readonly annotations: readonly Edit[];
  /** The Actions modules that it requires and that are among these sources. */
  readonly requires?: readonly RequiredFile[];
}

/** What the compiler says about each of these sources, in their order. */
export async function findTypeErrors(
  sources: readonly TypedSource[],
): Promise<readonly (readonly CompilerError[])[]> {
  const found = await compile(sources);
  // If the compiler cannot read one file, it says nothing else about any: all that it says is about syntax.
  const isBlocked = found.flat().every(({ code }) => /^TS1\d{3}$/.test(code));
  const isReadable = found.map((errors) => !isBlocked || !errors.some(isSyntaxError));
  if (!isReadable.includes(false)) return found;
  const others = await findTypeErrors(sources.filter((_, index) => isReadable[index]));
  let next = 0;
  return found.map((errors, index) =>
    isReadable[index]
      ? (others[next++] ?? [])
      : errors.filter(isSyntaxError).map((error) => ({ ...error, isSyntax: true })),
  );
}

/** Whether an error is from reading a file; some errors with such numbers are from checking it. */
const isSyntaxError = ({ code }: CompilerError): boolean =>
  /^TS1\d{3}$/.test(code) && !fromChecking.test(code);

/** Errors with the numbers of syntax errors that are not. Those that begin with 15 are about regular expressions. */
const fromChecking =
  /^TS1(058|06[245]|108|184|192|232|259|308|309|313|32[012]|345|36[012]|375|378|431|432|470|479|484|5\d\d)$/;

async function compile(
  sources: readonly TypedSource[],
): Promise<readonly (readonly CompilerError[])[]> {
  if (sources.length === 0) return [];
  const names = toCopyNames(sources);
  const copies = new Map(
    sources.map(({ file, source, annotations, requires = [] }, index) => [
      `${names.get(file) ?? `action-${index}`}${toExtension(file)}`,
      applyEdits(withRequired(source, requires, names), annotations),
    ]),
  );
  const errors = await withTypeProject(Object.fromEntries(copies), runTsc);
  const stray = errors.find(({ file }) => !copies.has(file));
  if (stray) throw new Error(`Failed to check types: ${stray.file} is wrong: ${stray.message}`);
  return [...copies].map(([copy, code]) => {
    const starts = lineStarts(code);
    return errors
      .filter(({ file }) => file === copy)
      .map(({ line, column, code: errorCode, message }) => ({
        offset: (starts[line - 1] ?? 0) + column - 1,
        code: errorCode,
        message,
      }));
  });
}

/**
 * The names of the copies of modules, by their files. Each is as long as the name that Actions require, so that offsets
 * stay the same: `./m0__________` for `actions:helper`.
 */
function toCopyNames(sources: readonly TypedSource[]): ReadonlyMap<string, string> {
  const lengths = new Map(
    sources.flatMap(({ requires = [] }) =>
      requires.map(({ file, start, end }) => [file, end - start - 2] as const),
    ),
  );
  const files = new Set(sources.map(({ file }) => file));
  return new Map(
    [...lengths]
      .filter(([file]) => files.has(file))
      .map(([file, length], index) => [file, `m${index}`.padEnd(length - 2, '_')]),
  );
}

function withRequired(
  source: string,
  requires: readonly RequiredFile[],
  names: ReadonlyMap<string, string>,
): string {
  const edits = requires.flatMap(({ file, start, end }): readonly Edit[] => {
    const name = names.get(file);
    // A name that is written with escapes is longer.
    return name !== undefined && name.length + 4 === end - start
      ? [[start + 1, end - 1, `./${name}`]]
      : [];
  });
  return applyEdits(source, edits);
}

/** Whatever else a file is called, it is CommonJS unless it is TypeScript. */
const toExtension = (file: string): string => /\.[cm]?ts$/.exec(file)?.[0] ?? '.js';
