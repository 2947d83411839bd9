// The mistakes of a run, and those that are listed as unnoticeable, in one form.
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * A mistake: `change` is `what the source says → what was put there`, on one line. Nothing in it is a place
 * in the file, which moves with every edit above it.
 *
 * @typedef {{ file: string, change: string, line?: number, isNoticed?: boolean }} Mutant
 */

/**
 * The mistakes that a run planted below a folder. Those that do not even run are none.
 *
 * @param {string} report
 * @param {string} folder
 * @returns {Mutant[]}
 */
export function readMutants(report, folder) {
  /** @type {{ files: Record<string, { source: string, mutants: any[] }> }} */
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  return Object.entries(files)
    .filter(([file]) => file.startsWith(folder))
    .flatMap(([file, { source, mutants }]) =>
      mutants
        .filter(({ status }) => !status.endsWith('Error'))
        .map(({ location, replacement, status }) => ({
          file: file.slice(folder.length),
          change: toChange(cut(source, location), replacement),
          line: location.start.line,
          isNoticed: status === 'Killed' || status === 'Timeout',
        })),
    );
}

/**
 * The mistakes that a package lists.
 *
 * @param {string} path
 * @returns {Mutant[]}
 */
export function readListed(path) {
  if (!existsSync(path)) return [];
  /** @type {{ file: string, why: string, changes: string[] }[]} */
  const entries = parse(readFileSync(path, 'utf8')) ?? [];
  return entries.flatMap(({ file, changes }) => changes.map((change) => ({ file, change })));
}

/**
 * Those that are not among the others; one that is there once is taken once.
 *
 * @param {readonly Mutant[]} mutants
 * @param {readonly Mutant[]} others
 */
export function without(mutants, others) {
  const rest = others.map(toKey);
  return mutants.filter((mutant) => {
    const at = rest.indexOf(toKey(mutant));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** @param {Mutant} mutant */
const toKey = ({ file, change }) => `${file} ${change}`;

/**
 * @param {string} original
 * @param {string} replacement
 */
const toChange = (original, replacement) => `${toLine(original)} → ${toLine(replacement)}`;

/** @param {string} text */
function toLine(text) {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 100 ? line : `${line.slice(0, 100)}…`;
}

/**
 * @typedef {{ line: number, column: number }} Place From 1.
 * @param {string} source
 * @param {{ start: Place, end: Place }} location
 */
function cut(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)?.slice(0, end.column - 1) ?? '';
  lines[0] = lines[0]?.slice(start.column - 1) ?? '';
  return lines.join('\n');
}
