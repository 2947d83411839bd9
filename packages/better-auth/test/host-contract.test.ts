import { createRuntime, type Outcome } from '@signup-actions/runtime-core';
import { hostContract, type HostRun } from '@signup-actions/testing/contracts';
import { afterAll, expect, it } from 'vitest';
import { createTestAuth } from './create-test-auth.ts';

// The contract of hosts, over Better Auth and its database. Only the event is the law's own, because Better Auth knows less
// than a law looks at.

type Run = Parameters<HostRun>[0];
let current: Run | undefined;
let outcome: Outcome | undefined;
const runtime = createRuntime({ clock: () => 0 });
const auth = await createTestAuth({
  toEvent() {
    const { secrets: _secrets, configuration: _configuration, ...signup } = current!.event;
    return signup;
  },
  decide: (event) => runtime.run({ event, actions: current!.actions }),
  onOutcome: (one) => void (outcome = one),
});
afterAll(() => auth.close());

const laws = hostContract(async (run) => {
  current = run;
  const response = await auth.signUp('ada@example.com');
  const [stored] = auth.users();
  auth.clear();
  if ((response.status === 200) !== (stored !== undefined))
    throw new Error(`Better Auth responded ${response.status}, and stored something else.`);
  const { status } = outcome!;
  if (!stored) return { status, ...('refusal' in outcome! && { refusal: outcome.refusal }) };
  const hasChosenId = outcome!.status === 'allowed' && outcome!.user.user_id !== undefined;
  return {
    status,
    user: {
      ...run.event.user,
      user_metadata: JSON.parse(String(stored['userMetadata'])),
      app_metadata: JSON.parse(String(stored['appMetadata'])),
      ...(hasChosenId && { user_id: `auth0|${String(stored['id'])}` }),
    },
  };
});

it.each(laws.map(({ name, check }) => [name, check] as const))(
  '%s',
  { timeout: 60_000 },
  async (_, check) => {
    expect(await check()).toBeUndefined();
  },
);
