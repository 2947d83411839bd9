import { createMockEvent, runAction } from '@signup-actions/testing';
import { explore, formatFindings } from '@signup-actions/testing/fast-check';
import '@signup-actions/testing/vitest';
import { expect, it } from 'vitest';
import * as callApi from '../../recipes/call-api.js';
import * as action from './register.js';
import * as tagDomain from './tag-domain.js';

// #region explore
it('copes with every signup that is drawn', async () => {
  expect(await explore(action)).toEqual([]);
});
// #endregion explore

it('finds what breaks an Action', async () => {
  const findings = await explore(tagDomain);
  await expect(`${formatFindings(findings)}\n`).toMatchFileSnapshot(
    './outputs/explore.txt',
  );
});

it('writes a test that fails', async () => {
  const [finding] = await explore(tagDomain);
  const event = createMockEvent({ client: undefined });
  expect(finding?.event).toEqual(event);
  expect(await runAction(tagDomain, event)).toHaveFailed('reading');
});

// #region fetch
it('fails in its own words while the register is down', async () => {
  const findings = await explore(callApi, {
    fetch: true,
    secrets: {
      REGISTER_URL: 'https://register.example.com',
      REGISTER_KEY: 'example-key',
    },
    accept: [/the register returned/, /fetch failed/, /JSON/, /TimeoutError/],
  });
  expect(findings).toEqual([]);
});
// #endregion fetch
