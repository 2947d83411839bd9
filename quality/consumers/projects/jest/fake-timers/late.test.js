// Timers are fake from the start, as jest.config.cjs says.
const { runAction } = require('@signup-actions/testing');
require('@signup-actions/testing/jest');

const floating = async (_event, api) => {
  void Promise.resolve()
    .then(() => Promise.resolve())
    .then(() => api.access.deny('late', 'Too late.'));
};

it('catches work that is not awaited', async () => {
  await expect(runAction(floating)).rejects.toThrow('Is an await missing?');
  await expect(runAction(floating, undefined, { waitMs: 1 })).rejects.toThrow('late');
});
