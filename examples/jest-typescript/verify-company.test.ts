import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createMockEvent, runAction } from '@signup-actions/testing';
import { install, MockAgent, setGlobalDispatcher } from 'undici';
import { onExecutePreUserRegistration, type Companies } from './actions/verify-company';

const url = 'https://register.example.com';
const event = createMockEvent<Companies>({
  secrets: { REGISTER_URL: url },
  request: { body: { 'ulp-company-number': '01234567' } },
});

// Jest's sandbox hides the agent from Node's fetch, so use undici's own fetch.
install();
const agent = new MockAgent();
beforeAll(() => {
  agent.disableNetConnect();
  setGlobalDispatcher(agent);
});
afterAll(() => agent.close());

const answer = (status: number, body: object) =>
  agent.get(url).intercept({ path: '/companies/01234567' }).reply(status, body);

it('stores the name from the register', async () => {
  answer(200, { name: 'Analytical Engines Ltd' });

  const outcome = await runAction(onExecutePreUserRegistration, event);

  expect(outcome).toHaveAllowed();
  expect(outcome).toHaveSetUserMetadata('company', 'Analytical Engines Ltd');
});

it('refuses a number that is not in the register', async () => {
  answer(404, {});

  expect(await runAction(onExecutePreUserRegistration, event)).toHaveFailedValidation(
    'company_unknown',
  );
});

it('asks for a number that the form has left out', async () => {
  agent.get(url).intercept({ path: '/companies/' }).reply(404, {});
  const empty = createMockEvent<Companies>({ secrets: { REGISTER_URL: url } });

  expect(await runAction(onExecutePreUserRegistration, empty)).toHaveFailedValidation(
    'company_unknown',
  );
});

it('fails while the register is down', async () => {
  answer(503, {});

  expect(await runAction(onExecutePreUserRegistration, event)).toHaveFailed('returned 503');
});
