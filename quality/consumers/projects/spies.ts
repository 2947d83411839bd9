// What every consumer tests whose runner has spies and fake timers, below the tests of all consumers.

it('records what is spied on', () => {
  const api = createMockApi();
  const deny = runner.spyOn(api.access, 'deny');
  api.access.deny('reason', 'message');
  expect(deny).toHaveBeenCalledWith('reason', 'message');
  expect(api).toHaveDenied('reason');
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
