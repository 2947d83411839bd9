import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagnosticSentences } from '../../packages/runtime-core/src/folds/diagnostic-sentences.ts';

it('the table of diagnostics lists every code, and no other', () => {
  const page = readFileSync(new URL('../diagnostics.md', import.meta.url), 'utf8');
  const listed = [...page.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code);

  expect(listed).toEqual(Object.keys(diagnosticSentences).toSorted());
});
