import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compress } from './compress.ts';
import { explainUnshareable, fromHash, toHash } from './link.ts';
import type { PlaygroundState } from './playground-state.ts';

const state: PlaygroundState = {
  version: 1,
  signups: [
    { startingPoint: 'api-signup', event: '{ "user": { "email": "ä@example.com', afterMs: 60_000 },
  ],
  actions: [
    { name: 'first', code: 'exports.…', secrets: [['KEY', '🔑']], configuration: [['limit', '5']] },
    { name: 'second', code: '', secrets: [], configuration: [] },
  ],
};
const withSignup = (change: object): unknown => ({
  ...state,
  signups: state.signups.map((signup) => ({ ...signup, ...change })),
});
const toLink = async (data: unknown): Promise<string> =>
  `#play=${await compress(JSON.stringify(data))}`;

it('carries the whole state, including invalid code and JSON', async () => {
  expect(await fromHash(await toHash(state))).toEqual({ type: 'state', state });
});

it('carries modules', async () => {
  const withModules = { ...state, modules: [{ name: 'team', code: '', secrets: [] }] };
  expect(await fromHash(await toHash(withModules))).toEqual({ type: 'state', state: withModules });
});

const [first] = state.actions;
const toModules = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `a${index}`, code: '', secrets: [] }));
const toMany = (count: number) =>
  toModules(count).map((module) => ({ ...module, configuration: [] }));

it.each([
  { ...state, actions: toMany(31) },
  { ...state, modules: toModules(101) },
  { ...state, actions: first ? [{ ...first, code: 'x'.repeat(400_001) }] : [] },
  { ...state, actions: toMany(6).map((action) => ({ ...action, code: 'ä'.repeat(200_000) })) },
])('says why a link could not be opened', async (tooLarge) => {
  expect(explainUnshareable(tooLarge)).toMatch(
    /^Failed to share: a link holds at most (30 Actions, but there are 31|100 Actions modules, but there are 101|2 MB)/,
  );
  expect(await fromHash(await toHash(tooLarge))).toMatchObject({ type: 'broken' });
});

it('has nothing to say about a link that can be opened', async () => {
  const whole = { ...state, actions: toMany(30) };
  expect(explainUnshareable(whole)).toBeUndefined();
  expect(await fromHash(await toHash(whole))).toMatchObject({ type: 'state' });
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

it('says that a hash is not of the playground', async () => {
  expect(await fromHash('#what-runs-and-where')).toEqual(broken('is not a link of the playground'));
});

it('says that a link is cut off', async () => {
  const hash = await toHash(state);
  expect(await fromHash(hash.slice(0, -20))).toEqual(broken('is damaged or cut off'));
});

it('rejects a text that would fill the memory', async () => {
  const hash = await toLink({ ...state, more: 'x'.repeat(3_000_000) });
  expect(hash.length).toBeLessThan(10_000);
  expect(await fromHash(hash)).toEqual(broken('is damaged or cut off'));
});

it.each([
  ['another version', { ...state, version: 2 }],
  ['an unknown starting point', withSignup({ startingPoint: '__proto__' })],
  ['time that runs backwards', withSignup({ afterMs: -1 })],
  ['no signup', { ...state, signups: [] }],
  ['no Action', { ...state, actions: [] }],
  ['two Actions of one name', { ...state, actions: [state.actions[0], state.actions[0]] }],
  [
    'a secret that is not a string',
    { ...state, actions: [{ ...state.actions[0], secrets: [['A', 1]] }] },
  ],
  ['a property of another name', { ...state, run: true }],
  ['null', null],
])('accepts no state with %s', async (_, data) => {
  expect(await fromHash(await toLink(data))).toEqual(broken('does not contain Actions'));
});

it('resolves for any hash', async () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.base64String());
  await fc.assert(
    fc.asyncProperty(texts, fc.boolean(), async (text, isOurs) => {
      const { type } = await fromHash(`#${isOurs ? 'play=' : ''}${text}`);
      expect(['none', 'broken']).toContain(type);
    }),
  );
});
