import { createMockEvent, runAction } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const checkDomain: PreUserRegistrationAction = async (event, api) => {
  const domain = event.user.email?.split('@')[1];
  const response = await fetch(`https://domains.example/${domain}`);
  console.log(`${domain}: ${response.status}`);
  if (response.status === 404) {
    api.access.deny('unknown domain', 'Please use your work address.');
  }
};

it('shows console output and requests', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }));
  // #region output
  const outcome = await runAction(checkDomain, createMockEvent());

  expect(outcome).toHaveLogged('example.com: 404');
  expect(outcome.console).toEqual([{ method: 'log', text: 'example.com: 404' }]);
  expect(outcome.requests).toEqual([
    { method: 'GET', url: 'https://domains.example/example.com', status: 404 },
  ]);
  // #endregion output
});

it('prints an outcome in a snapshot', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }));
  // #region snapshot
  const outcome = await runAction(checkDomain, createMockEvent());

  expect(outcome).toMatchInlineSnapshot(`
    DENIED by checkDomain
      for the log   "unknown domain"
      for the user  "Please use your work address."
    Actions
      ✗ checkDomain  refused
          api.access.deny("unknown domain", "Please use your work address.")
    User not created
  `);
  // #endregion snapshot
});
