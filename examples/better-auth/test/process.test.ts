import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { actionForMallory, start } from './start.ts';

it.each([
  ['never ends', actionForMallory('for (;;);')],
  ['waits for ever', actionForMallory('await new Promise(() => {});')],
  [
    'uses up its memory',
    actionForMallory('const all = []; for (;;) all.push(new Array(1000).fill(all.length));'),
  ],
  [
    'uses up memory outside of its heap',
    actionForMallory(`
      const all = [];
      for (;;) {
        all.push(Buffer.alloc(2 ** 24, 1));
        await new Promise((resolve) => { setTimeout(resolve, 20); });
      }`),
  ],
  ['ends its process', actionForMallory('process.exit(0);')],
  [
    'throws in a timer',
    actionForMallory(
      "setTimeout(() => { throw new Error('late'); }); await new Promise(() => {});",
    ),
  ],
  [
    'leaves a rejection',
    actionForMallory("void Promise.reject(new Error('floating')); await new Promise(() => {});"),
  ],
])('an Action that %s refuses that signup, and the next one works', async (_, code) => {
  const { signUp, users } = await start({ code });

  expect(await signUp('mallory@example.com')).toMatchObject({
    status: 500,
    body: { message: 'Something went wrong. Please try again later.' },
  });
  expect(await signUp('ada@example.com')).toMatchObject({ status: 200 });
  expect(users()).toHaveLength(1);
});

it('an Action that leaves a rejection and returns is refused or has been answered, and signups go on', async () => {
  const code = actionForMallory(`void Promise.reject(new Error('floating'));`);
  const { signUp } = await start({ code });

  expect([200, 500]).toContain((await signUp('mallory@example.com')).status);
  let person = 0;
  await expect.poll(async () => (await signUp(`ada${(person += 1)}@example.com`)).status).toBe(200);
});

it('what an Action sends to the server is no answer', async () => {
  const allowed = `{ status: 'allowed', user: { user_metadata: {}, app_metadata: {} } }`;
  const { signUp, users } = await start({
    code: actionForMallory(`
      for (const message of [null, 'text', {}, { id: null }, { id: 1, outcome: ${allowed} }]) process.send(message);
      api.access.deny('reason', 'No.');`),
  });

  expect(await signUp('mallory@example.com')).toMatchObject({ status: 403 });
  expect(await signUp('ada@example.com')).toMatchObject({ status: 200 });
  expect(users()).toHaveLength(1);
});

it('Actions that cannot be read any more are tried again, with pauses, and refuse until then', async () => {
  const code = actionForMallory('process.exit();');
  const { signUp, writeCode, printed } = await start({ code });

  writeCode('this is no JavaScript');
  expect(await signUp('mallory@example.com')).toMatchObject({ status: 500 });
  await wait(1_500);
  expect(await signUp('ada@example.com')).toMatchObject({ status: 500 });
  expect(printed().split('SyntaxError: ').length - 1).toBeLessThanOrEqual(3);
  writeCode(code);
  let person = 0;
  await expect
    .poll(async () => (await signUp(`ada${(person += 1)}@example.com`)).status, { timeout: 20_000 })
    .toBe(200);
});

it('a tenant whose Actions cannot be read stops the start', async () => {
  await expect(start({ code: 'this is no JavaScript' })).rejects.toThrow(
    'The Actions of the tenant cannot be read',
  );
});
