// `pnpm house`: how large the files of each package are, how many names the engine's front door has, and how many
// files a call passes through. Figures to look at; `pnpm check` holds the rules about imports.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { journeys } from './journeys.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packages = ['types', 'runtime-core', 'testing', 'hooks', 'better-auth', 'workbench', 'cli'];

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

/** The sources of a package, without tests. */
const sourcesOf = (name: string): readonly string[] =>
  globSync(`packages/${name}/src/**/*.ts`, { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(root + file, 'utf8'));

console.table(
  packages.map((name) => {
    const files = sourcesOf(name).map((source) => source.trimEnd().split('\n'));
    const lines = files.flat();
    const imports = files.flatMap(findImportLines);
    return {
      package: name,
      files: files.length,
      'median lines': median(files.map(({ length }) => length)),
      'at most 20 lines': percent(files.filter(({ length }) => length <= 20).length, files.length),
      'import lines': percent(imports.length, lines.length),
    };
  }),
);

/** The lines of a file's import statements, which may have several. */
function findImportLines(lines: readonly string[]): readonly string[] {
  let isImport = false;
  return lines.filter((line) => {
    isImport ||= /^import\b/.test(line);
    const isPart = isImport;
    if (line.endsWith(';')) isImport = false;
    return isPart;
  });
}

const frontDoor = readFileSync(`${root}packages/runtime-core/src/index.ts`, 'utf8');
const names = [...frontDoor.matchAll(/export (type )?\{([^}]*)\}/gs)].flatMap(
  ([, type, list = '']) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => (type || name.startsWith('type ') ? 'type' : 'value')),
);
console.log(
  `The front door of runtime-core exports ${names.length} names, ${names.filter((kind) => kind === 'value').length} of them values.\n`,
);

for (const { name, run } of journeys) {
  const files = await run();
  console.log(
    `${name}: ${files.length} files with a function that is called\n  ${files.join('\n  ')}\n`,
  );
}
