import preset from './call-api.json' with { type: 'json' };
// #region test
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest-strict';
import { MockAgent, setGlobalDispatcher } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as callApi from './call-api.js';

const agent = new MockAgent();
beforeAll(() => {
  agent.disableNetConnect();
  setGlobalDispatcher(agent);
});
afterAll(() => agent.close());

const answer = (status: number, body: object | string) =>
  agent
    .get('https://register.example.com')
    .intercept({
      path: '/companies/01234567',
      headers: { authorization: 'Bearer example-key' },
    })
    .reply(status, body);

const secrets = {
  REGISTER_URL: 'https://register.example.com',
  REGISTER_KEY: 'example-key',
};
const signUp = (number?: string) =>
  runAction(
    callApi,
    createMockEvent({ secrets, request: { body: { 'ulp-company-number': number } } }),
  );

it('stores the name from the register', async () => {
  answer(200, { name: 'Analytical Engines Ltd' });
  expect(await signUp('01234567')).toHaveSetUserMetadata(
    'company',
    'Analytical Engines Ltd',
  );
});

it('refuses a number that is not in the register', async () => {
  answer(404, {});
  expect(await signUp('01234567')).toHaveFailedValidation('company_unknown');
});

it('fails while the register is down', async () => {
  answer(503, {});
  expect(await signUp('01234567')).toHaveFailed('returned 503');
});

it.each(['{}', 'null'])('fails if the register returns %s', async (body) => {
  answer(200, body);
  expect(await signUp('01234567')).toHaveFailed('returned no name');
});

it.each(['1234', '', undefined])('does not look up %j', async (number) => {
  expect(await signUp(number)).toHaveFailedValidation('company_number');
});
// #endregion test

it('allows the signup of the playground with the response there', async () => {
  const { event, secrets: own, responses } = preset;
  const [{ url, body } = { url: '', body: '' }] = responses;
  const number = event.request.body['ulp-company-number'];
  const { origin, pathname } = new URL(url.replace('*', number));
  agent.get(origin).intercept({ path: pathname }).reply(200, body);
  const outcome = await runAction(
    callApi,
    createMockEvent({ ...event, secrets: own }),
  );
  expect(outcome).toHaveSetUserMetadata('company', 'Example Ltd');
});
