import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { isInPlace, readExpectedErrors } from './expected-errors.ts';
import { createProject } from './project.ts';
import { isSince, typescripts, type TypeScript } from './typescripts.ts';

const { folder, remove } = createProject();
afterAll(remove);

const programs = globSync('{examples,right,wrong,template,modules}/**/*.{ts,js}', {
  cwd: folder,
}).map((path) => {
  const file = path.replaceAll('\\', '/');
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  const since = /^\/\/ since: (?<version>.*)/.exec(text)?.groups?.['version'] ?? '';
  return { file, since, expected: readExpectedErrors(file, text) };
});

const globals = { skipDefaultLibCheck: false, types: ['@signup-actions/types/globals'] };
const modules = { ...globals, types: [...globals.types, '@signup-actions/types/module-globals'] };
/** Node and browsers have an `Event` too, which the compiler reports as a duplicate in a declaration file. */
const besideOthers = { ...globals, skipLibCheck: true };
const typesOfNode = fileURLToPath(new URL('../../../node_modules/@types/node', import.meta.url));
const node = { ...besideOthers, types: [typesOfNode, ...globals.types] };

/** The compiler options of users: a program is right or wrong under all of them. */
const bundler = { module: 'preserve', moduleResolution: 'bundler' };
const nodenext = { module: 'nodenext', moduleResolution: 'nodenext' };
const node16 = { module: 'node16', moduleResolution: 'node16' };
const exact = { exactOptionalPropertyTypes: true };
const all = /^(examples|right|wrong)\//;
const variants = [
  { title: 'bundler', options: { ...bundler, ...exact }, files: all },
  { title: 'nodenext', options: nodenext, files: all },
  { title: 'node16', options: { ...node16, ...exact }, files: all },
  { title: 'not strict', options: { ...nodenext, strict: false }, files: /^right\// },
  {
    title: 'the global names',
    options: { ...bundler, ...exact, ...globals },
    files: /^template\/(action|exact|no-module)\./,
  },
  {
    title: "the global names beside Node's",
    options: { ...bundler, ...exact, ...node },
    files: /^template\/(action|exact|node)\./,
  },
  ...[bundler, nodenext].map((resolution) => ({
    title: `Actions modules, ${resolution.module}`,
    options: { ...resolution, ...modules, paths: { 'actions:*': ['./modules/*.js'] } },
    files: /^modules\//,
  })),
  {
    title: 'the global names beside those of browsers',
    options: { ...bundler, ...exact, ...besideOthers, lib: ['es2023', 'dom'] },
    files: /^template\/browser\./,
  },
];

/** Compiles the programs under all options at the same time. */
const compileVariants = async (typescript: TypeScript) =>
  Promise.all(
    variants.map(async ({ title, options, files }, index) => {
      const included = programs.filter(
        ({ file, since }) => files.test(file) && isSince(typescript, since),
      );
      const errors = await compile(typescript, {
        folder,
        config: `tsconfig.${index}.json`,
        include: included.map(({ file }) => file),
        options,
      });
      return {
        title,
        errors,
        expected: included.flatMap((program) => program.expected),
        count: included.length,
      };
    }),
  );

for (const typescript of typescripts) {
  const results = await compileVariants(typescript);

  describe(`TypeScript ${typescript.version}`, () => {
    describe.each(results)('$title', ({ errors, expected, count }) => {
      it.each(expected)('refuses $title ($file)', (one) => {
        const found = errors.filter((error) => isInPlace(one, error));
        expect(found.map(({ message }) => message).join('\n')).toContain(one.message);
      });

      it(`accepts everything else in ${count} programs`, () => {
        const unexpected = errors.filter((error) => !expected.some((one) => isInPlace(one, error)));
        expect(unexpected).toEqual([]);
      });
    });
  });
}
