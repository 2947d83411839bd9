import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** A place and a rule, as the table has them: `FILE:LINE RULE`. */
type Entry = string;

/** What `check` finds in a folder, compared with the folder's table. */
export interface Figures {
  readonly files: number;
  /** Expected and found. */
  readonly found: readonly Entry[];
  /** Expected but not found. */
  readonly missed: readonly Entry[];
  /** Found but not expected. */
  readonly falseAlarms: readonly Entry[];
  /** Expected at a line where another rule is found instead. These count as found. */
  readonly otherwise: readonly Entry[];
}

const bin = fileURLToPath(new URL('../../packages/cli/src/bin.ts', import.meta.url));

/** Runs `check` over the Actions in a folder, and compares its findings with `expected.yaml`. */
export async function measureFolder(folder: string): Promise<Figures> {
  const files = globSync('**/*.{js,cjs,ts,cts}', { cwd: folder, exclude: ['**/node_modules/**'] });
  const expected = readTable(join(folder, 'expected.yaml'));
  const unknown = expected.find((entry) => !files.includes(toFile(entry)));
  if (unknown !== undefined) {
    throw new Error(`Failed to measure ${folder}: ${unknown} is expected, but there is no file.`);
  }
  const findings = await check(folder, ['.']);
  const notFound = subtract(expected, findings);
  const notExpected = subtract(findings, expected);
  const missed = subtract(notFound, notExpected, toPlace);
  return {
    files: files.length,
    found: subtract(expected, missed),
    missed,
    falseAlarms: subtract(notExpected, notFound, toPlace),
    otherwise: subtract(notFound, missed),
  };
}

/** The entries that remain if each of the others takes an equal one away. */
function subtract(
  entries: readonly Entry[],
  others: readonly Entry[],
  toKey: (entry: Entry) => string = (entry) => entry,
): readonly Entry[] {
  const keys = others.map(toKey);
  return entries.filter((entry) => {
    const index = keys.indexOf(toKey(entry));
    if (index !== -1) keys.splice(index, 1);
    return index === -1;
  });
}

/** `file:line` of an entry. */
const toPlace = (entry: Entry): string => entry.slice(0, entry.lastIndexOf(' '));
const toFile = (entry: Entry): string => entry.slice(0, entry.lastIndexOf(':'));

function readTable(file: string): readonly Entry[] {
  // A table with comments only is null.
  const table = parse(readFileSync(file, 'utf8')) as Record<string, readonly string[]> | null;
  return Object.entries(table ?? {}).flatMap(([name, expected]) =>
    expected.map((entry) => `${name}:${entry}`),
  );
}

interface Printed {
  readonly findings: readonly {
    readonly file: string;
    readonly line: number;
    readonly rule: string;
  }[];
}

/** What `check` finds at these paths in a folder. */
export async function check(folder: string, paths: readonly string[]): Promise<readonly Entry[]> {
  const args = ['--conditions=@signup-actions/source', '--', bin, 'check', '--json', ...paths];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }, (error, out, err) => {
      if (out === '') reject(new Error(`Failed to check ${folder}: ${err}`, { cause: error }));
      else resolve(out);
    });
  });
  const { findings } = JSON.parse(output) as Printed;
  return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}
