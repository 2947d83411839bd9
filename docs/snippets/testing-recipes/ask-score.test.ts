import {
  createFakeClock,
  createMockEvent,
  runAction,
  type RunOptions,
} from '@signup-actions/testing';
import { MockAgent, setGlobalDispatcher } from 'undici';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import * as askScore from './ask-score.js';

const agent = new MockAgent();
beforeAll(() => {
  agent.disableNetConnect();
  setGlobalDispatcher(agent);
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => agent.close());

const secrets = { SCORE_URL: 'https://score.example.com/' };
const signUp = (options?: RunOptions) => runAction(askScore, createMockEvent({ secrets }), options);

// #region limit
it('fails if the service does not answer in time', async () => {
  vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise(() => {}));

  const outcome = await signUp({ limits: { flowTimeoutMs: 50 } });

  expect(outcome).toHaveFailed(/timed out/);
});
// #endregion limit

// #region clock
it('fails after 20 seconds without an answer', async () => {
  const send = vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise(() => {}));
  const clock = createFakeClock();

  const running = signUp({ clock, timer: clock.timer });
  await vi.waitFor(() => expect(send).toHaveBeenCalled());
  clock.advance(20_000);

  expect(await running).toHaveFailed(/timed out/);
});
// #endregion clock

// #region retries
const answer = (status: number, body: object = {}) =>
  agent.get('https://score.example.com').intercept({ path: '/' }).reply(status, body);

it('asks again while the service is down', async () => {
  answer(503);
  answer(503);
  answer(200, { score: 7 });

  const outcome = await signUp();

  expect(outcome).toHaveDenied('low score');
  expect(outcome.requests.map(({ status }) => status)).toEqual([503, 503, 200]);
});

it('fails after the third attempt', async () => {
  answer(503);
  answer(503);
  answer(503);

  const outcome = await signUp();

  expect(outcome).toHaveFailed('returned 503');
  expect(outcome.requests).toHaveLength(3);
});
// #endregion retries

it('asks once if the service answers', async () => {
  answer(200, { score: 70 });

  const outcome = await signUp();

  expect(outcome).toHaveAllowed();
  expect(outcome.requests).toHaveLength(1);
});
