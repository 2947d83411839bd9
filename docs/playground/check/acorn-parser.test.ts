import { globSync, readFileSync } from 'node:fs';
import { checkSource, type CheckedSource, type Parser } from '@signup-actions/workbench';
import { oxcParser } from '@signup-actions/workbench/node';
import { expect, it } from 'vitest';
import { acornParser } from './acorn-parser.ts';

// The page parses with acorn, the command line with oxc: the findings have to be the same.

const checkBy = (
  parser: Parser,
  source: string,
): Pick<CheckedSource, 'findings' | 'annotations'> => {
  const { findings, annotations } = checkSource(parser, { file: 'action.js', source });
  return { findings, annotations };
};

const root = new URL('../../..', import.meta.url).pathname;
const files = globSync(['docs/recipes/*.js', 'examples/tenant/actions/*/code.js'], { cwd: root });
const handler = 'exports.onExecutePreUserRegistration =';
const sources = {
  ...Object.fromEntries(files.map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')])),
  'a method': `module.exports = { async onExecutePreUserRegistration(event, api) {} };`,
  'a declared function': `async function run(event, api) {}\n${handler} run;`,
  'a typed handler': `/** @type {(event: any) => Promise<void>} */\n${handler} async (event) => {};`,
  'a plain function': `${handler} (event, api) => {};`,
  'a generator': `${handler} async function* (event, api) {};`,
  'a value': `${handler} 'text';`,
  'a call': `${handler} wrap(async (event, api) => {});`,
  'an export statement': 'export const onExecutePreUserRegistration = async (event, api) => {};',
  'an import': `import axios from 'axios';\n${handler} async () => {};`,
  'no handler': 'exports.run = async () => {};',
  'a spread': 'module.exports = { ...other };',
  'assigned exports': `Object.assign(exports, { onExecutePreUserRegistration: async () => {} });`,
  'an Actions module': `const shared = require('actions:shared');\n${handler} async () => {};`,
  'a return at the top': `return;\n${handler} async () => {};`,
  'too much code': `${handler} async () => {};\n//${'x'.repeat(100_000)}`,
};

it.each(Object.entries(sources))('finds the same as the command line in %s', (_, source) => {
  expect(checkBy(acornParser, source)).toEqual(checkBy(oxcParser, source));
});

it.each([
  ['const = 1;', 1],
  [`import a from 'a';\n\n${handler} async () => { const };`, 3],
  ['const a = 1;\n}', 2],
])('names the line on which %j breaks', (source, line) => {
  const sentence = expect.stringMatching(/^The code does not parse: .*\.$/);
  const findings = [{ rule: 'syntax', line, message: sentence }];
  expect(checkBy(acornParser, source).findings).toMatchObject(findings);
  expect(checkBy(oxcParser, source).findings).toMatchObject(findings);
});

it.each([
  [`${handler} async (event, api) => {\n  api.access.deny('no'\n};`, 2, 'a `,` or `)`'],
  [`const a = f(\n  'a' // one\n  'b'\n);`, 2, 'a `,` or `)`'],
  ['const a = [\n  1\n  2\n];', 2, 'a `,` or `]`'],
  ['const a = {\n  b: 1\n  c: 2\n};', 2, 'a `,` or `}`'],
  ['f({ a: 1\n);', 1, 'a `,` or `}`'],
])('names the line on which something is missing in %j', (source, line, missing) => {
  const message = `The code does not parse: ${missing} is missing at the end of this line.`;
  const findings = [expect.objectContaining({ rule: 'syntax', line, message })];
  expect(checkBy(acornParser, source).findings).toEqual(findings);
  expect(checkBy(oxcParser, source).findings).toEqual(findings);
});

it.each([
  [`${handler} async () => {\n  if (1) {\n};\n`, 1, '{'],
  ['const a = 1;\nfor (;;) {\n  f();\n\n', 2, '{'],
])('names the bracket that is not closed in %j', (source, line, bracket) => {
  const message = `The code does not parse: the \`${bracket}\` of this line is not closed.`;
  const findings = [expect.objectContaining({ rule: 'syntax', line, message })];
  expect(checkBy(acornParser, source).findings).toEqual(findings);
  expect(checkBy(oxcParser, source).findings).toEqual(findings);
});
