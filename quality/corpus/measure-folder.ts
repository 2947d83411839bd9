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
  const lines = new Set(expected.map(toPlace));
  const places = new Set(findings.map(toPlace));
  return {
    files: files.length,
    found: expected.filter((entry) => places.has(toPlace(entry))),
    missed: expected.filter((entry) => !places.has(toPlace(entry))),
    falseAlarms: findings.filter(
      (entry) => !expected.includes(entry) && !(lines.has(toPlace(entry)) && isOnlyOne(entry)),
    ),
    otherwise: expected.filter((entry) => places.has(toPlace(entry)) && !findings.includes(entry)),
  };

  /** Whether it is the only finding of its line. */
  function isOnlyOne(entry: Entry): boolean {
    return findings.filter((other) => toPlace(other) === toPlace(entry)).length === 1;
  }
}

/** `file:line` of an entry. */
const toPlace = (entry: Entry): string => entry.slice(0, entry.lastIndexOf(' '));
const toFile = (entry: Entry): string => entry.slice(0, entry.lastIndexOf(':'));

function readTable(file: string): readonly Entry[] {
  const table = parse(readFileSync(file, 'utf8')) as Readonly<Record<string, readonly string[]>>;
  return Object.entries(table).flatMap(([name, expected]) =>
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
