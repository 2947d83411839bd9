import { expect, it } from 'vitest';
import { oxcParser } from '../../node/oxc-parser.ts';
import { readSyntax } from '../syntax/read-syntax.ts';
import { readExports } from './module-exports.ts';

const read = (source: string, file = 'team.js') =>
  readExports(readSyntax(oxcParser, { file, source }, 'module'));

it.each([
  ['exports.a = 1; exports["b"] = 2;', ['a', 'b']],
  ['module.exports.a = () => {};', ['a']],
  ['exports.a = exports.b = () => {};', ['a', 'b']],
  ['module.exports = { a, b() {}, "c": 1 }; function a() {}', ['', 'a', 'b', 'c']],
  ['module.exports = exports = { a: 1 };', ['', 'a']],
  ['exports = module.exports = { a: 1 };', ['', 'a']],
  ['const team = { a: 1 }; module.exports = team; module.exports.b = 2;', ['', 'a', 'b']],
  ['exports.a = 1; exports.b = () => exports.a;', ['a', 'b']],
  ['const other = { exports: 1 }; other.exports = 2; exports.a = other.exports;', ['a']],
  ['{ const exports = {}; exports.inner = 1; } exports.a = 1;', ['a']],
])('knows the names of what %s exports', (source, names) => {
  expect([...(read(source).names ?? ['unknown'])].toSorted()).toEqual(names);
});

it.each([
  'for (const name of names) exports[name] = 1;',
  'module.exports = create();',
  'module.exports = class {};',
  'module.exports = { ...others, a: 1 };',
  'Object.defineProperty(exports, "a", {});',
  'const self = module.exports; self.a = 1;',
  'Object.assign(module.exports, { a: 1 });',
])('leaves to a run what %s exports', (source) => {
  expect(read(source).names).toBeUndefined();
});

it.each([
  'export const a = () => {}; export function b() {} export { c as d }; const c = 1;',
  'const a = () => {}; function b() {} const d = 1; export { a, b, d };',
])('knows what an ES module in TypeScript exports: %s', (source) => {
  const { names, functions } = read(source, 'team.ts');

  expect([...(names ?? [])].toSorted()).toEqual(['a', 'b', 'd']);
  expect([...functions.keys()]).toEqual(['a', 'b']);
});
