// What every consumer of a runner tests, below the imports of its own `head`.

const secrets = { COMPANY_DOMAIN: 'corp.example' };
const disposable = createMockEvent<Store>({
  secrets,
  user: { email: 'mallory@disposable.example' },
});

it('refuses disposable addresses', async () => {
  const api = createMockApi();
  await onExecutePreUserRegistration(
    createMockEvent({ secrets, user: { email: 'mallory@disposable.example' } }),
    api,
  );
  expect(api).toHaveDenied('disposable email', expect.stringContaining('work address'));
  expect({ api }).toEqual({ api: expect.toHaveDenied('disposable email') });
  expect({ api }).toEqual({ api: expect.not.toHaveAllowed() });
});

it('tags the plan', async () => {
  const event = createMockEvent<Store>({ secrets, user: { email: 'ada@corp.example' } });
  const outcome = await runAction(onExecutePreUserRegistration, event, { strict: true });
  expect(outcome).toHaveAllowed();
  expect(outcome).toHaveSetUserMetadata('plan', 'team');
  expect(outcome).not.toHaveSetAppMetadata('plan');
  expect(outcome).toHaveNoDiagnostics();
});

it('stops the flow', async () => {
  const next: PreUserRegistrationAction = async (_event, api) => api.user.setUserId('cus_7');
  const outcome = await runFlow([onExecutePreUserRegistration, next], disposable);
  expect(outcome).toHaveRun('action 1');
  expect(outcome).toHaveSkipped('next');
  expect(outcome).not.toHaveCalled('user.setUserId');
});

it('says what was called, without colours', async () => {
  const api = createMockApi();
  api.user.setAppMetadata('source', 'signup');
  api.access.deny('disposible email', 'Please use your work address.');
  expect(() => expect(api).toHaveDenied('disposable email'))
    .toThrow(`expect(api).toHaveDenied("disposable email")

Expected a call like:
  api.access.deny("disposable email", …)
Recorded calls (2):
  1. api.user.setAppMetadata("source", "signup")
  2. api.access.deny("disposible email", "Please use your work address.")   ← argument 1 differs`);
});

it('records what is spied on', () => {
  const api = createMockApi();
  const deny = runner.spyOn(api.access, 'deny');
  api.access.deny('reason', 'message');
  expect(deny).toHaveBeenCalledWith('reason', 'message');
  expect(api).toHaveDenied('reason');
});

const floating: PreUserRegistrationAction = async (_event, api) => {
  void Promise.resolve()
    .then(() => Promise.resolve())
    .then(() => api.access.deny('late', 'Too late.'));
};

it('catches work that is not awaited', async () => {
  await expect(runAction(floating)).rejects.toThrow('Is an await missing?');
});

it('catches it under fake timers too', async () => {
  runner.useFakeTimers();
  try {
    await expect(runAction(floating)).rejects.toThrow('Is an await missing?');
    await expect(runAction(floating, undefined, { waitMs: 1 })).rejects.toThrow('late');
  } finally {
    runner.useRealTimers();
  }
});
