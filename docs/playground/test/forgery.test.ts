import { expect, it } from 'vitest';
import { expectText, inBrowser } from './in-browser.ts';
import { toSource } from './open-page.ts';

// Actions that change built-ins so that their refusal looks like an allowed signup.

const { open } = inBrowser();

it.each([
  [
    'what ports post',
    `const post = MessagePort.prototype.postMessage;
     MessagePort.prototype.postMessage = function (message) {
       if (message.type === 'outcome') {
         message = { ...message, outcome: { ...message.outcome, status: 'allowed', user: event.user } };
       }
       return post.call(this, message);
     };`,
  ],
  ['how arrays grow', `Array.prototype.push = function () { return 0; };`],
  [
    'how arrays are searched',
    `Array.prototype.find = function () {};
     Array.prototype.filter = () => [];
     Array.prototype.some = () => false;`,
  ],
  ['how arrays are iterated', `[].values().__proto__.next = () => ({ done: true });`],
  [
    'what is frozen',
    `const freeze = Object.freeze;
     Object.freeze = (data) =>
       freeze(data?.status === 'denied' ? { ...data, status: 'allowed', user: event.user } : data);`,
  ],
  [
    'what promises settle with',
    `Object.prototype.then = function (resolve) {
       const isOutcome = this.status === 'denied';
       const data = isOutcome ? { ...this, status: 'allowed', user: event.user } : { ...this };
       resolve(Object.assign(Object.create(null), data));
     };`,
  ],
  [
    'what functions inherit',
    `Function.prototype.then = function (resolve) {
       resolve(() => ({ type: 'outcome', outcome: { status: 'allowed', user: event.user } }));
     };`,
  ],
  ['what objects inherit', `Object.prototype.error = { name: 'Error', message: 'rejected' };`],
  [
    'the arrays themselves',
    `globalThis.Array = Object.assign(function () {}, { isArray: () => false });
     globalThis.Object = new Proxy(Object, { get: () => (data) => data });`,
  ],
])('a refusal stays a refusal if an Action changes %s', async (_, change) => {
  const { verdict, page, editor, replace, run, openExample } = await open();
  await openExample('Block domains');
  await page.getByLabel('Run as I type').uncheck();
  await replace(editor, toSource(`${change}\n  return api.access.deny('kept', 'Kept.');`));
  await run();

  await expectText(verdict, 'kept');
  expect(await verdict.innerText()).toMatch(/^\s*✗\s+Denied by block-domains/);
});

it('an Action cannot turn the failure of the next one into an allowed signup', async () => {
  const { verdict, editor, replace, run } = await open();
  await replace(
    editor,
    `const { call } = Function.prototype;
     Function.prototype.call = function (self, ...values) {
       if (self instanceof Promise) values[1] = values[0];
       return Reflect.apply(this, self, values);
     };
     ${toSource("  throw new Error('lost');")}`,
  );
  await run();

  await expectText(verdict, /Failed in rate-limit[^]*lost/);
});

it('honest Actions can use and extend built-ins as usual', async () => {
  const { verdict, editor, replace, run } = await open();
  await replace(
    editor,
    `class OwnError extends Error {
       constructor(message) {
         super(message);
         this.name = 'OwnError';
         this.toString = () => 'own';
       }
     }
     class Names extends Map {
       constructor(entries) {
         super(entries);
         this.size2 = this.size;
       }
     }
     function Old() {}
     Old.prototype = { constructor: Old };
     Old.prototype.toString = function () { return 'old'; };
     ${toSource(`
       const names = new Names(Object.entries({ a: 1, b: 2 }));
       const list = [...names.keys()].map((key) => key.toUpperCase()).sort().reverse();
       const words = 'x-y'.replace(/-/g, '+') + JSON.stringify(list) + new Old() + names.size2;
       globalThis.mine = await Promise.all([1, Promise.resolve(2)]);
       try { throw new OwnError('thrown'); } catch (error) {
         api.access.deny([error.name, words, mine.join(), String(error)].join(' '), 'Seen.');
       }
     `)}`,
  );
  await run();

  await expectText(verdict, 'OwnError x+y["B","A"]old2 1,2 own');
});
