import { expect, it, vi } from 'vitest';

it('the example of the README prints what the README shows', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue();

  await import('./decide.ts');

  expect(log).toHaveBeenCalledOnce();
  expect(String(log.mock.lastCall?.[0]).replace(/[\d.]+ ms/, '0.2 ms')).toMatchInlineSnapshot(`
    "DENIED by block-disposable
      for the log   "disposable email"
      for the user  "Please use your work address."
    Actions
      ✗ block-disposable  refused, 0.2 ms
          api.access.deny("disposable email", "Please use your work address.")
    User not created"
  `);
});
