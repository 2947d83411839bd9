import { globSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { isAbout, readMistakes } from './mistakes.ts';
import { createProject } from './project.ts';
import { isSince, typescripts } from './typescripts.ts';

const { folder, remove } = createProject();
afterAll(remove);

const programs = globSync('{examples,right,wrong,template}/**/*.{ts,js}', { cwd: folder }).map(
  (path) => {
    const file = path.replaceAll('\\', '/');
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const since = /^\/\/ since: (?<version>.*)/.exec(text)?.groups?.['version'] ?? '';
    return { file, since, mistakes: readMistakes(file, text) };
  },
);

// What `types` names has to be declarations, which the sources are not: there a file imports them.
const isPacked = process.env['SIGNUP_ACTIONS_TYPES'] !== undefined;
const globals = isPacked ? { types: ['@signup-actions/types/globals'] } : {};
const template = (name: string): RegExp =>
  new RegExp(`^template/(action|${name}${isPacked ? '' : '|globals'})\\.`);

/** How users set up their compilers: a program is right or wrong in all of them. */
const settings = {
  bundler: { module: 'preserve', moduleResolution: 'bundler', exactOptionalPropertyTypes: true },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  node16: { module: 'node16', moduleResolution: 'node16', exactOptionalPropertyTypes: true },
};
const cases = [
  ...Object.entries(settings).map(([setting, options]) => ({
    setting,
    options,
    files: /^(examples|right|wrong)\//,
  })),
  { setting: 'not strict', options: { ...settings.nodenext, strict: false }, files: /^right\// },
  {
    setting: 'the global names',
    options: { ...settings.bundler, ...globals },
    files: template('exact'),
  },
  {
    setting: 'the global names beside those of browsers',
    options: { ...settings.bundler, ...globals, lib: ['es2023', 'dom'] },
    files: template('merged'),
  },
];

describe.each(typescripts)('TypeScript $version', (typescript) => {
  describe.each(cases)('$setting', ({ options, files }) => {
    const included = programs.filter(
      ({ file, since }) => files.test(file) && isSince(typescript, since),
    );
    const complaints = compile(
      typescript,
      folder,
      included.map(({ file }) => file),
      options,
    );
    const mistakes = included.flatMap((program) => program.mistakes);

    it.each(mistakes)('refuses $title ($file)', (mistake) => {
      const said = complaints.filter((complaint) => isAbout(mistake, complaint));
      expect(said.map(({ message }) => message).join('\n')).toContain(mistake.message);
    });

    it(`admits all else in ${included.length} programs`, () => {
      const unexpected = complaints.filter(
        (complaint) => !mistakes.some((mistake) => isAbout(mistake, complaint)),
      );
      expect(unexpected).toEqual([]);
    });
  });
});
