import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');

/** A member of an interface, with the comment over it. */
const member = /^ {2}\/\*\*(?<comment>(?:(?!\*\/).)*)\*\/\n {2}(?<signature>[^\n]+)$/gms;

const members = globSync('src/{event,api,v1}/*.ts', { cwd: folder }).flatMap((file) =>
  [...read(file).matchAll(member)].map(({ groups }) => ({
    comment: groups?.['comment'] ?? '',
    name: `${file}: ${groups?.['signature']}`,
  })),
);

/** The members with this kind of name whose comment lacks something. */
const without = (text: RegExp, name = /./): readonly string[] =>
  members.filter((one) => name.test(one.name) && !text.test(one.comment)).map((one) => one.name);

it.each(globSync('etc/*.api.md', { cwd: folder }))('%s has nothing undocumented', (report) => {
  expect(read(report).match(/\(undocumented\)\n.*/g) ?? []).toEqual([]);
});

it('every member tells where it is known from', () => {
  expect(members.length).toBeGreaterThan(100);
  expect(without(/Source: /)).toEqual([]);
});

it('every optional member tells when it is absent', () => {
  expect(without(/absent|not together/i, /\.ts: [\w ]+\?:/)).toEqual([]);
});

it('every method tells what it answers, and has an example', () => {
  const method = /\.ts: \w+[<(]/;
  expect(without(/@returns/, method)).toEqual([]);
  expect(without(/@example/, method)).toEqual([]);
});
