import { expect, it } from 'vitest';
import { actionForMallory, eventually, start } from './start.ts';

/** Short, so that the tests of endless Actions end. A signup that a busy machine cuts short is tried again. */
const timeoutMs = 1_000;

/** Signs up new people until one of them is allowed. */
async function signUpUntilAllowed({ signUp }: Awaited<ReturnType<typeof start>>): Promise<void> {
  let person = 0;
  await eventually(async () =>
    expect((await signUp(`ada${(person += 1)}@example.com`)).status).toBe(200),
  );
}

it.concurrent.each([
  ['never ends', actionForMallory('for (;;);')],
  ['waits forever', actionForMallory('await new Promise(() => {});')],
])('an Action that %s refuses that signup, and signups go on', async (_, code) => {
  const server = await start({ code, timeoutMs });

  expect(await server.signUp('mallory@example.com')).toMatchObject({
    status: 500,
    body: { message: 'Something went wrong. Please try again later.' },
  });
  await signUpUntilAllowed(server);
  expect(server.users()).toHaveLength(1);
});

it.concurrent.each([
  [
    'uses up its memory',
    actionForMallory('const all = []; for (;;) all.push(new Array(1000).fill(all.length));'),
  ],
  [
    'uses up memory outside its heap',
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

it.concurrent('an Action that leaves a rejection and returns is refused or allowed, and signups go on', async () => {
  const code = actionForMallory(`void Promise.reject(new Error('floating'));`);
  const server = await start({ code });

  expect([200, 500]).toContain((await server.signUp('mallory@example.com')).status);
  await signUpUntilAllowed(server);
});

it.concurrent('a message that an Action sends to the server is not a reply', async () => {
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

it.concurrent('Actions that have become unreadable are read again after pauses, and signups are refused until then', async () => {
  const code = actionForMallory('process.exit();');
  const firstPauseMs = 200;
  const server = await start({ code, firstPauseMs });
  const { signUp, writeCode, printed } = server;
  const countAttempts = (): number => printed().split('SyntaxError: ').length - 1;

  writeCode('this is not JavaScript');
  expect(await signUp('mallory@example.com')).toMatchObject({ status: 500 });
  await eventually(() => expect(countAttempts()).toBeGreaterThanOrEqual(1));
  const first = performance.now();
  expect(await signUp('ada@example.com')).toMatchObject({ status: 500 });
  await eventually(() => expect(countAttempts()).toBeGreaterThanOrEqual(3));
  // Two pauses, the second twice as long. The first error may have been seen a little late.
  expect(performance.now() - first).toBeGreaterThan(2 * firstPauseMs);
  writeCode(code);
  await signUpUntilAllowed(server);
});

it.concurrent('a tenant whose Actions cannot be read stops the start', async () => {
  await expect(start({ code: 'this is not JavaScript' })).rejects.toThrow(
    'The Actions of the tenant cannot be read',
  );
});
