import { expect, it } from 'vitest';
import { fromPreset, toFlow, toPresets } from './presets.ts';

const presets = toPresets(
  { './b.js': 'code of b', './a.js': 'code of a', './alone.js': '' },
  {
    './b.json': {
      title: 'Beta',
      event: { user: { email: 'b@example.com' } },
      secrets: { KEY: '1' },
    },
    './a.json': { title: 'Alpha' },
    './lost.json': { title: 'Lost' },
  },
);

it('makes a preset of each recipe that has both files, sorted by title', () => {
  expect(presets).toEqual([
    {
      id: 'a',
      title: 'Alpha',
      actions: [{ name: 'a', code: 'code of a', secrets: {} }],
      event: {},
    },
    {
      id: 'b',
      title: 'Beta',
      actions: [{ name: 'b', code: 'code of b', secrets: { KEY: '1' } }],
      event: { user: { email: 'b@example.com' } },
    },
  ]);
});

it('opens a flow of several with the event of the last', () => {
  expect(fromPreset(toFlow('flow', 'Both', presets))).toEqual({
    version: 1,
    signups: [
      {
        startingPoint: 'universal-login',
        event: '{\n  "user": {\n    "email": "b@example.com"\n  }\n}\n',
        afterMs: 0,
      },
    ],
    actions: [
      { name: 'a', code: 'code of a', secrets: [], configuration: [] },
      { name: 'b', code: 'code of b', secrets: [['KEY', '1']], configuration: [] },
    ],
  });
});

it('takes the responses of a recipe, of which only the address is needed', () => {
  const [preset] = toPresets(
    { './a.js': '' },
    { './a.json': { title: 'A', responses: [{ url: 'https://a.example', status: 404 }] } },
  );

  expect(preset && fromPreset(preset).responses).toEqual([
    {
      method: 'GET',
      url: 'https://a.example',
      kind: 'respond',
      status: 404,
      body: '{}',
      delayMs: 0,
    },
  ]);
});
