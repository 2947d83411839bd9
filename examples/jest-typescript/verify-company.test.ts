import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createMockEvent, runAction } from '@signup-actions/testing';
import { install, MockAgent, setGlobalDispatcher } from 'undici';
import { onExecutePreUserRegistration, type Companies } from './actions/verify-company';

const url = 'https://register.example.com';
const event = createMockEvent<Companies>({
  secrets: { REGISTER_URL: url },
  request: { body: { 'ulp-company-number': '01234567' } },
});

// Jest's sandbox hides the agent from the fetch of Node: here fetch is undici's own.
install();
const agent = new MockAgent();
beforeAll(() => {
  agent.disableNetConnect();
  setGlobalDispatcher(agent);
});
afterAll(() => agent.close());

const answer = (status: number, body: object) =>
  agent.get(url).intercept({ path: '/companies/01234567' }).reply(status, body);

it('keeps the name that the register has', async () => {
  answer(200, { name: 'Analytical Engines Ltd' });

  const outcome = await runAction(onExecutePreUserRegistration, event);

  expect(outcome).toHaveAllowed();
  expect(outcome).toHaveSetUserMetadata('company', 'Analytical Engines Ltd');
});

it('refuses a number that the register does not have', async () => {
  answer(404, {});

  expect(await runAction(onExecutePreUserRegistration, event)).toHaveFailedValidation(
    'company_unknown',
  );
});

it('lets nobody in while the register is down', async () => {
  answer(503, {});

  expect(await runAction(onExecutePreUserRegistration, event)).toHaveFailed('answered 503');
});
