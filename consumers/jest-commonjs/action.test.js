const { createMockApi, createMockEvent, runAction } = require('@signup-actions/testing');
require('@signup-actions/testing/jest');
const { onExecutePreUserRegistration } = require('./action');

const disposable = createMockEvent({ user: { email: 'mallory@disposable.example' } });

it('refuses disposable addresses', async () => {
  const api = createMockApi();
  await onExecutePreUserRegistration(disposable, api);
  expect(api).toHaveDenied('disposable email', expect.stringContaining('work address'));
});

it('says what was called when it is not refused', async () => {
  const api = createMockApi();
  await onExecutePreUserRegistration(createMockEvent(), api);
  expect(() => expect(api).toHaveDenied()).toThrow('Recorded calls (0)');
});

it('comes to the same in a flow', async () => {
  expect(await runAction(onExecutePreUserRegistration, disposable)).toHaveDenied(
    'disposable email',
  );
});
