import { expect, it } from 'vitest';
import { run, toAction } from '../test/run.ts';
import type { SignupRun } from '../run/run-signups.ts';
import { hasCalls, listCalls, toMoment, type SteppedRun } from './to-moment.ts';

async function step(body: string): Promise<SteppedRun> {
  const flow = await run([toAction(body, { secrets: [['API_KEY', 'key-4711']] })]);
  const after = flow.run.type === 'outcome' ? flow.run.cache : [];
  const signupRun: SignupRun = { flow, before: [], after, time: Date.now() };
  if (!hasCalls(signupRun)) throw new Error('made no calls');
  return signupRun;
}

it('shows the user and the cache after each call', async () => {
  const stepped = await step(`
    api.user.setUserMetadata('plan', 'free');
    api.cache.set('count', '1', { ttl: 60_000 });
    api.user.setUserMetadata('plan', 'pro');
    api.cache.set('count', '2', { ttl: 60_000 });
    api.cache.delete('count');`);
  const moments = [0, 1, 2, 3, 4, 5].map((count) => toMoment(stepped, count));
  const plans = moments.map(({ user }) => user.find(({ name }) => name.endsWith('plan'))?.value);
  const counts = moments.map(({ cache }) => cache[0]?.after);

  expect(listCalls(stepped)).toHaveLength(5);
  expect(plans).toEqual([undefined, '"free"', '"free"', '"pro"', '"pro"', '"pro"']);
  expect(counts).toEqual([undefined, undefined, '1', '1', '2', undefined]);
  expect(moments[0]?.call).toBeUndefined();
  expect(moments[1]?.call).toEqual({
    action: 'own',
    source: 'api.user.setUserMetadata("plan", "free")',
    result: '',
    place: { action: 0, line: 3 },
  });
});

it('ends where the outcome ends', async () => {
  const stepped = await step("api.user.setAppMetadata('a', 1);\napi.user.setUserId('own');");
  const { run: ran } = stepped.flow;
  const last = toMoment(stepped, 2);

  expect(last.user.filter(({ mark }) => mark === '+')).toEqual([
    { mark: '+', name: 'app_metadata.a', value: '1' },
    { mark: '+', name: 'user_id', value: '"auth0|own"' },
  ]);
  expect(ran).toMatchObject({
    outcome: { user: { user_id: 'auth0|own', app_metadata: { a: 1 } } },
  });
});

it('shows no secret', async () => {
  const stepped = await step("api.user.setAppMetadata('key', event.secrets.API_KEY);");

  expect(JSON.stringify(toMoment(stepped, 1))).not.toContain('4711');
});
