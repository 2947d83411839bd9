import {
  createFakeClock,
  createMockApi,
  createMockCache,
  createMockEvent,
  runAction,
} from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { expect, it } from 'vitest';
import * as blockDisposableDomains from '../tenant/actions/block-disposable-domains/code.js';
import * as limitAttempts from '../tenant/actions/limit-attempts/code.js';
import * as requireCompany from '../tenant/actions/require-company/code.js';
import * as tagPlan from '../tenant/actions/tag-plan/code.js';

it('block-disposable-domains refuses a blocked domain and its subdomains', async () => {
  const { onExecutePreUserRegistration } = blockDisposableDomains;
  const api = createMockApi();
  const event = createMockEvent({
    user: { email: 'mallory@mail.disposable.example' },
    secrets: { BLOCKED_DOMAINS: 'throwaway.example, disposable.example' },
  });

  await onExecutePreUserRegistration(event, api);

  expect(api).toHaveDenied(
    'disposable e-mail domain mail.disposable.example',
    expect.stringContaining('work address'),
  );
});

it('block-disposable-domains allows other domains', async () => {
  const { onExecutePreUserRegistration } = blockDisposableDomains;
  const api = createMockApi();
  const event = createMockEvent({ secrets: { BLOCKED_DOMAINS: 'disposable.example' } });

  await onExecutePreUserRegistration(event, api);

  expect(api.calls).toEqual([]);
});

it('limit-attempts refuses the sixth attempt from one address within an hour', async () => {
  const { onExecutePreUserRegistration } = limitAttempts;
  const api = createMockApi();

  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await onExecutePreUserRegistration(createMockEvent(), api);
  }
  expect(api).not.toHaveDenied();

  await onExecutePreUserRegistration(createMockEvent(), api);
  expect(api).toHaveDenied('attempt 6 from 203.0.113.7 within an hour');
});

it('limit-attempts starts over an hour after the first attempt, even if there were attempts since', async () => {
  const { onExecutePreUserRegistration } = limitAttempts;
  const clock = createFakeClock();
  const cache = createMockCache({}, { clock });
  const signUp = () => runAction(onExecutePreUserRegistration, createMockEvent(), { cache });

  for (let attempt = 1; attempt <= 7; attempt += 1) {
    await signUp();
    clock.advance(9 * 60 * 1000);
  }
  expect(await signUp()).toHaveAllowed();
});

it('require-company needs the field on the signup page only', async () => {
  const { onExecutePreUserRegistration } = requireCompany;
  const [page, form, direct] = [createMockApi(), createMockApi(), createMockApi()];

  await onExecutePreUserRegistration(createMockEvent(), page);
  await onExecutePreUserRegistration(
    createMockEvent({ request: { body: { 'ulp-company': ' Analytical Engines ' } } }),
    form,
  );
  await onExecutePreUserRegistration(createMockEvent({ transaction: undefined }), direct);

  expect(page.outcome()).toMatchObject({
    status: 'invalid',
    refusal: { errorCode: 'company_missing' },
  });
  expect(form.outcome().changes.userMetadata).toEqual({ company: 'Analytical Engines' });
  expect(direct.calls).toEqual([]);
});

it('tag-plan starts users from a customer’s domain on the team plan', async () => {
  const { onExecutePreUserRegistration } = tagPlan;
  const secrets = { TEAM_DOMAINS: 'corp.example' };
  const [team, free] = [createMockApi(), createMockApi()];

  await onExecutePreUserRegistration(
    createMockEvent({ secrets, user: { email: 'ada@corp.example' } }),
    team,
  );
  await onExecutePreUserRegistration(
    createMockEvent({ secrets, user: { email: undefined } }),
    free,
  );

  expect(team.outcome().changes.appMetadata).toEqual({
    plan: 'team',
    signed_up_with: 'Example Store',
  });
  expect(free.outcome().changes.appMetadata).toMatchObject({ plan: 'free' });
});
