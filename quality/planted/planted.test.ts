import { readdirSync, readFileSync } from 'node:fs';
import { hostContract } from '@signup-actions/testing/contracts';
import { expect, it } from 'vitest';
import { mistakes } from './mistakes.ts';
import { changeSource } from './planted-mistake.ts';

const engine = new URL('../../packages/runtime-core/', import.meta.url);

// An edit of the engine fails here, long before `pnpm planted` runs.
it.each(mistakes)('the engine still has the place for: $mistake ($rule)', (mistake) => {
  const source = readFileSync(new URL(`src/${mistake.file}`, engine), 'utf8');

  expect(changeSource(source, mistake)).not.toBe(source);
});

/** The rules `F1` to `F14`, and so on. */
const rules = Object.entries({ F: 14, R: 4, M: 11, U: 1, C: 11 }).flatMap(([letter, last]) =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`),
);

it.each(rules)('a mistake that breaks %s is planted', (rule) => {
  expect(mistakes.map((mistake) => mistake.rule)).toContain(rule);
});

const laws = [
  ...readdirSync(new URL('test/laws', engine)).map((file) => file.replace('.test.ts', ': ')),
  ...hostContract(() => Promise.reject(new Error('not run'))).map(
    ({ name }) => `host-contract: ${name}`,
  ),
];

it.each(laws)('a mistake is planted for the law %s', (law) => {
  const nets = mistakes.flatMap(({ noticedBy }) => noticedBy);

  expect(nets.some((net) => net.startsWith(law) || law.startsWith(net))).toBe(true);
});
