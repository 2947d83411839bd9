import { formatCall } from '@signup-actions/runtime-core/internal';
import {
  createFakeClock,
  createMockCache,
  createMockEvent,
  runFlow,
} from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { expect, it } from 'vitest';
import * as blockDomains from '../../recipes/block-domains.js';
import * as inviteCodes from '../../recipes/invite-codes.js';
import * as rateLimit from '../../recipes/rate-limit.js';

const actions = [
  { name: 'rate-limit', handler: rateLimit.onExecutePreUserRegistration },
  { name: 'block-domains', handler: blockDomains.onExecutePreUserRegistration },
  {
    name: 'invite-codes',
    handler: inviteCodes.onExecutePreUserRegistration,
    secrets: { INVITE_CODES: 'spring, autumn' },
  },
];

const signups = [
  { email: 'mallory@tempmail.example', invite: 'spring' },
  { email: 'grace@example.com', invite: 'winter' },
  { email: 'ada@corp.example', invite: 'autumn' },
];

it('what the home page replays is what the engine does', async () => {
  const clock = createFakeClock();
  const cache = createMockCache({}, { clock });
  const replay: unknown[] = [];
  for (const { email, invite } of signups) {
    const event = createMockEvent({ user: { email }, request: { body: { 'ulp-invite': invite } } });
    const outcome = await runFlow(actions, event, { clock, cache });
    expect(outcome).not.toHaveFailed();
    const { status, calls, executions } = outcome;
    const steps = executions.map(({ action, status: state }) => ({
      action,
      state,
      calls: calls.filter((call) => call.action === action).map(formatCall),
    }));
    const shown =
      status === 'invalid' ? outcome.refusal.errorMessage : outcome.refusal?.userMessage;
    replay.push({ email, status, steps, shown });
  }

  await expect(`${JSON.stringify(replay, null, 2)}\n`).toMatchFileSnapshot('replay.json');
});
