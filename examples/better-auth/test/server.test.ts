import { expect, it } from 'vitest';
import { action, eventually, start } from './start.ts';

it.concurrent('allowed: metadata and the chosen id are stored, and app metadata stays inside', async () => {
  const code = action(`
    api.user.setUserId('cus_7');
    api.user.setUserMetadata('plan', 'free');
    api.user.setAppMetadata('tier', 1);`);
  const { signUp, users, logged } = await start({ code });

  const { status, body } = await signUp('ada@example.com');

  expect(status).toBe(200);
  expect(body['user']).toMatchObject({ id: 'cus_7', userMetadata: { plan: 'free' } });
  expect(JSON.stringify(body)).not.toContain('tier');
  expect(users()).toMatchObject([
    {
      id: 'cus_7',
      email: 'ada@example.com',
      userMetadata: '{"plan":"free"}',
      appMetadata: '{"tier":1}',
    },
  ]);
  expect(logged.map((line) => JSON.parse(line))).toEqual([
    { type: 'ss', description: 'pre-user-registration: admitted' },
  ]);
});

it.concurrent('denied: 403 with the message for the user, and the reason in the log only', async () => {
  const { signUp, users, logged } = await start();

  expect(await signUp('mallory@mail.disposable.example')).toEqual({
    status: 403,
    body: { message: 'Please sign up with your work address.' },
  });
  expect(users()).toEqual([]);
  expect(logged.map((line) => JSON.parse(line))).toEqual([
    {
      type: 'fs',
      description: 'pre-user-registration: disposable e-mail domain mail.disposable.example',
    },
  ]);
});

it.concurrent('invalid: 400 with the message, and the code only if the host asks for it', async () => {
  const code = action(`api.validation.error('phone_missing', 'Please give a phone number.');`);
  const plain = await start({ code });
  const open = await start({ code, showCodes: true });

  expect(await plain.signUp('ada@example.com')).toEqual({
    status: 400,
    body: { message: 'Please give a phone number.' },
  });
  expect(await open.signUp('ada@example.com')).toMatchObject({ body: { code: 'phone_missing' } });
  expect([...plain.users(), ...open.users()]).toEqual([]);
});

it.concurrent('failed: a generic 500, and the cause in the log only', async () => {
  const code = action(`throw new Error('the list is not reachable');`);
  const { signUp, users, logged } = await start({ code });

  expect(await signUp('ada@example.com')).toEqual({
    status: 500,
    body: { message: 'Something went wrong. Please try again later.' },
  });
  expect(users()).toEqual([]);
  expect(logged.map((line) => JSON.parse(line))).toContainEqual({
    type: 'actions_execution_failed',
    description: 'tag-plan: Error: the list is not reachable',
    error_class: 'action_error',
  });
});

it.concurrent('a reason is one line of the log, whatever it contains', async () => {
  const code = action(String.raw`api.access.deny('x\nss pre-user-registration: admitted', 'No.');`);
  const { signUp, logged } = await start({ code });

  expect(await signUp('ada@example.com')).toMatchObject({ status: 403 });
  expect(logged.join('\n').split('\n')).toHaveLength(1);
});

it.concurrent('a refusal that comes too late is logged', async () => {
  const code = action(`setTimeout(() => api.access.deny('late', 'late'), 5);`);
  const { signUp, printed } = await start({ code });

  expect(await signUp('ada@example.com')).toMatchObject({ status: 200 });
  await eventually(() => expect(printed()).toContain('"code":"late-call","action":"tag-plan"'));
});

it.concurrent('counts attempts of an address over several signups, whatever addresses their headers contain', async () => {
  const { signUp } = await start();
  const statuses: number[] = [];
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    const address = `203.0.113.${attempt}`;
    const headers = { 'x-connection-address': address, 'x-forwarded-for': address };
    statuses.push((await signUp(`ada${attempt}@example.com`, headers)).status);
  }

  expect(statuses).toEqual([200, 200, 200, 200, 200, 403]);
});

it.concurrent('a body that is too large, and one that is not JSON, are refused, and the next signup works', async () => {
  const { post, signUp, users } = await start();

  expect(await post(JSON.stringify({ email: 'x'.repeat(100_000) }))).toMatchObject({ status: 413 });
  const { status } = await post('{"email": ');
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(await signUp('ada@example.com')).toMatchObject({ status: 200 });
  expect(users()).toHaveLength(1);
});

it.concurrent('a body that is nested too deep is refused, and the signups after it are decided as before', async () => {
  const { post, signUp, users, logged } = await start();
  const nested = '['.repeat(15_000) + ']'.repeat(15_000);
  const person = '"email":"mallory@example.com","name":"M","password":"correct horse battery"';

  expect(await post(`{${person},"more":${nested}}`)).toEqual({
    status: 500,
    body: { message: 'Something went wrong. Please try again later.' },
  });
  expect(logged.join()).toContain('Maximum call stack size exceeded');
  expect(await signUp('ada@example.com')).toMatchObject({ status: 200 });
  expect(users()).toHaveLength(1);
});
