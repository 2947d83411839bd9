import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toBase64Url } from './base64-url.ts';
import { compress } from './compress.ts';
import { fromHash, toHash } from './link.ts';
import type { PlaygroundState } from './playground-state.ts';

const state: PlaygroundState = {
  version: 1,
  startingPoint: 'api-signup',
  event: '{ "user": { "email": "ä@example.com',
  actions: [
    { name: 'first', code: 'exports.…', secrets: [['KEY', '🔑']], configuration: [['limit', '5']] },
    { name: 'second', code: '', secrets: [], configuration: [] },
  ],
};
const toLink = async (data: unknown): Promise<string> =>
  `#play=${toBase64Url(await compress(JSON.stringify(data)))}`;

it('carries the whole state, broken texts and all', async () => {
  expect(await fromHash(await toHash(state))).toEqual({ type: 'state', state });
});

it('needs no escapes in an address', async () => {
  expect(await toHash(state)).toMatch(/^#play=[\w-]+$/);
});

it.each(['', '#'])('finds nothing in %j', async (hash) => {
  expect(await fromHash(hash)).toEqual({ type: 'none' });
});

const broken = (why: string): unknown => ({
  type: 'broken',
  sentence: `This link ${why}`,
});

it('says that a hash is somebody else’s', async () => {
  expect(await fromHash('#what-runs-and-where')).toEqual(broken('is not one of the playground'));
});

it('says that a link is cut off', async () => {
  const hash = await toHash(state);
  expect(await fromHash(hash.slice(0, -20))).toEqual(broken('is damaged, perhaps cut off'));
});

it('gives up on a text that would fill the memory', async () => {
  const hash = await toLink({ ...state, event: 'x'.repeat(3_000_000) });
  expect(hash.length).toBeLessThan(10_000);
  expect(await fromHash(hash)).toEqual(broken('is damaged, perhaps cut off'));
});

it.each([
  ['another version', { ...state, version: 2 }],
  ['a starting point that nobody knows', { ...state, startingPoint: '__proto__' }],
  ['no Action', { ...state, actions: [] }],
  ['two Actions of one name', { ...state, actions: [state.actions[0], state.actions[0]] }],
  [
    'a secret that is no text',
    { ...state, actions: [{ ...state.actions[0], secrets: [['A', 1]] }] },
  ],
  ['something else besides', { ...state, run: true }],
  ['null', null],
])('takes no state with %s', async (_, data) => {
  expect(await fromHash(await toLink(data))).toEqual(broken('holds something else than Actions'));
});

it('answers whatever the hash is', async () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.base64String());
  await fc.assert(
    fc.asyncProperty(texts, fc.boolean(), async (text, isOurs) => {
      const { type } = await fromHash(`#${isOurs ? 'play=' : ''}${text}`);
      expect(['none', 'broken']).toContain(type);
    }),
  );
});
