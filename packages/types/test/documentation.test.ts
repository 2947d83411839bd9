import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');

/** A comment and what follows it: an interface with its body, or the first line of a member. */
const comment = String.raw`\/\*\*(?<comment>(?:(?!\*\/).)*)\*\/`;
const anInterface = new RegExp(
  String.raw`^${comment}\nexport interface (?<code>\w+)[^\n]*\{\n(?<body>.*?)\n\}`,
  'gms',
);
const aMember = new RegExp(String.raw`^ {2}${comment}\n {2}(?<code>[^\n]+)$`, 'gms');

const find = (pattern: RegExp, text: string) =>
  [...text.matchAll(pattern)].map(({ groups }) => ({
    comment: groups?.['comment']?.replaceAll(/\s*\n\s*\*?\s*/g, ' ').trim() ?? '',
    code: groups?.['code'] ?? '',
    body: groups?.['body'] ?? '',
  }));

const interfaces = globSync('src/{event/*,api/*,v1}.ts', { cwd: folder }).flatMap((file) =>
  find(anInterface, read(file)).map((found) => ({ ...found, file })),
);
const members = interfaces.flatMap((owner) =>
  find(aMember, owner.body).map((found) => ({ ...found, owner })),
);
const methods = members.filter(({ code }) => /^\w+[<(]/.test(code));
const properties = members.filter((member) => !methods.includes(member));

it.each(globSync('etc/*.api.md', { cwd: folder }))('%s has nothing undocumented', (report) => {
  expect(read(report).match(/\(undocumented\)\n.*/g) ?? []).toEqual([]);
});

it('finds the interfaces and their members', () => {
  expect(interfaces.length).toBeGreaterThan(40);
  expect(properties.length).toBeGreaterThan(120);
  expect(methods.length).toBe(8);
});

it('every interface of the event links to its source once, or says that it has none', () => {
  const links = /@see \{@link https:\S+ \| [^}]+\}/g;
  const lacking = interfaces.filter(
    (found) =>
      found.file.includes('event') &&
      !found.comment.includes('Not in the event reference') &&
      found.comment.match(links)?.length !== 1,
  );

  expect(lacking.map(({ code }) => code)).toEqual([]);
});

it('every optional property says when it is absent, or its interface says so for all', () => {
  const forAll = /Every property (is|can be) absent/;
  const lacking = properties.filter(
    (found) =>
      /^[\w ]+\?:/.test(found.code) &&
      !/absent|not together/i.test(found.comment) &&
      !forAll.test(found.owner.comment),
  );

  expect(lacking.map(({ owner, code }) => `${owner.code}: ${code}`)).toEqual([]);
});

it('no sentence is repeated by more than three properties', () => {
  const counts = Map.groupBy(
    properties.flatMap((found) => found.comment.split(/(?<=\.) /)),
    (sentence) => sentence,
  );

  expect([...counts].filter(([, { length }]) => length > 3)).toEqual([]);
});

it.each([
  ['@returns', /@returns/],
  ['an example', /@example/],
  ['the id of a rule', /\([FRMUC]\d+/],
])('every method has %s', (_, part) => {
  const lacking = methods.filter((found) => !part.test(found.comment));

  expect(lacking.map(({ code }) => code)).toEqual([]);
});
