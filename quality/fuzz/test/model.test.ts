import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { expectFlow } from '../model/expect-flow.ts';
import { applyMetadata } from '../model/metadata.ts';
import { takeValue } from '../model/take-value.ts';
import { toText } from '../model/to-text.ts';
import type { ActionScript, FlowScript, Step } from '../scripts/script.ts';
import { toData } from '../scripts/values.ts';

const folder = new URL('../model/', import.meta.url);

const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

it('the model is short enough to be read beside the contract', () => {
  const lines = sources.flatMap((source) => source.split('\n')).map((line) => line.trim());

  const code = lines.filter((line) => line !== '' && !/^(\/\/|\/\*\*|\*)/.test(line));
  expect(code.length).toBeGreaterThan(200);
  expect(code.length).toBeLessThan(360);
});

it('the model knows nothing of the packages but types', () => {
  const imports = sources.flatMap((source) => source.match(/^import .*from .*$/gm) ?? []);

  const ofPackages = imports.filter((line) => /@signup-actions|packages/.test(line));
  expect(ofPackages.length).toBeGreaterThan(3);
  for (const line of ofPackages) expect(line).toMatch(/^import type .*'@signup-actions\/types';$/);
});

it.each<[unknown, unknown]>([
  [null, { json: null }],
  [undefined, { note: 'metadata-undefined' }],
  [Number.NaN, { note: 'metadata-not-json' }],
  [new Date(0), { json: '1970-01-01T00:00:00.000Z', note: 'metadata-not-json' }],
  [{ a: [1] }, { json: { a: [1] } }],
])('M4, M5, M7: takes %s as %o', (value, taken) => {
  expect(takeValue(value)).toEqual(taken);
});

it('R3: converts values that are not strings', () => {
  expect([undefined, new Error('why'), 7n, Object.create(null)].map(toText)).toEqual([
    '',
    'why',
    '7',
    '[unprintable]',
  ]);
});

it('M3, M4: replaces whole properties, and removes', () => {
  const pending = new Map<string, null | { b: number }>([
    ['a', null],
    ['c', { b: 2 }],
  ]);
  expect(applyMetadata({ a: 1, c: { a: 1 } }, pending)).toEqual({ c: { b: 2 } });
});

const deny: Step = {
  do: 'call',
  method: 'access.deny',
  args: [toData('reason'), toData('message')],
  guarded: false,
};

const expectSteps = (...scripts: readonly (readonly Step[])[]): ReturnType<typeof expectFlow> => {
  const actions = scripts.map((steps): ActionScript => {
    return { kind: 'async', secrets: {}, configuration: {}, steps };
  });
  const flow: FlowScript = { strategy: 'auth0', user: {}, actions, isElsewhere: false };
  return expectFlow(flow, { limits: {}, pendingMetadata: 'hidden' }, new Map(), 0);
};

it('F2, F6, F7, F8: stops, fails, and keeps a late refusal', () => {
  expect(expectSteps([deny], [])).toMatchObject({
    status: 'denied',
    executions: ['refused', 'skipped'],
  });
  expect(expectSteps([deny, { do: 'throw', value: toData(1) }])).toMatchObject({
    status: 'failed',
    failure: { kind: 'action_error' },
  });
  expect(expectSteps([{ do: 'hang' }])).toMatchObject({
    failure: { kind: 'action_timeout' },
    tookMs: 20_000,
  });
  const late = expectSteps([{ do: 'later', ms: 1, call: deny }], [{ do: 'wait', ms: 2 }], []);
  expect(late).toMatchObject({
    status: 'denied',
    executions: ['refused', 'completed', 'skipped'],
  });
});
