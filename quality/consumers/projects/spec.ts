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
  expect(outcome).not.toHaveDiagnostic();
});

it('finds a likely mistake', async () => {
  const silent: PreUserRegistrationAction = async (_event, api) => api.access.deny('reason', '');
  const outcome = await runAction(silent);
  expect(outcome).toHaveDiagnostic('deny-without-user-message');
  expect(outcome).toHaveDiagnostic(expect.stringMatching(/^deny/));
  expect(outcome).not.toHaveDiagnostic('late-call');
});

it('takes arguments by method, and asymmetric matchers in any place', async () => {
  const api = createMockApi();
  api.cache.set('attempts', '1', { ttl: 60_000 });
  api.user.setAppMetadata('plan', { name: 'free', seats: 3 });
  expect(api).toHaveCalled('cache.set');
  expect(api).toHaveCalled('cache.set', 'attempts', expect.any(String), { ttl: 60_000 });
  expect(api).toHaveCalled('cache.set', 'attempts', '1', { ttl: expect.any(Number) });
  expect(api).toHaveSetAppMetadata('plan', { name: 'free', seats: expect.any(Number) });
  expect(api).toHaveSetAppMetadata(expect.stringContaining('pl'));
  await expect(Promise.resolve(api)).resolves.toHaveCalled('cache.set', 'attempts');
  await expect(Promise.resolve(api)).resolves.not.toHaveDenied(expect.anything());
});

it('does not compile with arguments of the wrong type', () => {
  const api = createMockApi();
  // @ts-expect-error -- a key is a string
  expect(api).not.toHaveSetAppMetadata(42);
  // @ts-expect-error -- a reason is a string
  expect(api).not.toHaveDenied(42);
  // @ts-expect-error -- the cache holds strings
  expect(api).not.toHaveCalled('cache.set', 'attempts', 1);
  // @ts-expect-error -- cache.get has one argument
  const expectTwo = (): void => expect(api).not.toHaveCalled('cache.get', 'attempts', '1');
  expect(readMessage(expectTwo)).toContain('takes 1 argument but received 2');
  // @ts-expect-error -- an asymmetric matcher takes the same arguments
  expect({ api }).not.toEqual({ api: expect.toHaveSetAppMetadata(42) });
});

it('stops the flow', async () => {
  const next: PreUserRegistrationAction = async (_event, api) => api.user.setUserId('cus_7');
  // Bun moves a function that is used once to its use, where it has no name.
  const actions = [onExecutePreUserRegistration, { name: 'next', handler: next }];
  const outcome = await runFlow(actions, disposable);
  expect(outcome).toHaveRun('action 1');
  expect(outcome).toHaveSkipped('next');
  expect(outcome).not.toHaveCalled('user.setUserId');
});

/** What a function throws, without the folder and the lines of this test. */
function readMessage(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message.replaceAll(/ at \S*action\.test\.\ws:\d+/g, ' at action.test');
  }
  return 'nothing was thrown';
}

it('says what was called and where, without colours', async () => {
  const api = createMockApi();
  api.user.setAppMetadata('source', 'signup');
  api.access.deny('disposible email', 'Please use your work address.');
  expect(readMessage(() => expect(api).toHaveDenied('disposable email')))
    .toContain(`expect(api).toHaveDenied("disposable email")

Expected a call like:
  api.access.deny("disposable email", …)
Recorded calls (2):
  1. api.user.setAppMetadata("source", "signup") at action.test
  2. api.access.deny("disposible email", "Please use your work address.") at action.test   ← argument 1 differs`);
});

it('names an asymmetric matcher in a message', () => {
  expect(() => expect(createMockApi()).toHaveDenied(expect.stringContaining('email'))).toThrow(
    /api\.access\.deny\((expect\.stringContaining\("email"\)|StringContaining "email"), …\)/,
  );
});

const floating: PreUserRegistrationAction = async (_event, api) => {
  void Promise.resolve()
    .then(() => Promise.resolve())
    .then(() => api.access.deny('late', 'Too late.'));
};

it('catches work that is not awaited', async () => {
  await expect(runAction(floating)).rejects.toThrow('Is an await missing?');
});
