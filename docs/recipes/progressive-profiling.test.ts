import preset from './progressive-profiling.json' with { type: 'json' };
// #region test
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest-strict';
import { expect, it } from 'vitest';
import * as profile from './progressive-profiling.js';

const signUp = (body: object) =>
  runAction(profile, createMockEvent({ request: { body } }));

it('stores the answers and lists what is missing', async () => {
  const outcome = await signUp({
    'ulp-company': ' Analytical Engines ',
    'ulp-job': ' ',
  });
  expect(outcome).toHaveSetUserMetadata('company', 'Analytical Engines');
  expect(outcome).not.toHaveSetUserMetadata('job');
  expect(outcome).toHaveSetAppMetadata('missing', ['job', 'size']);
});

it('lists nothing if nothing is missing', async () => {
  const outcome = await signUp({
    'ulp-company': 'a',
    'ulp-job': 'b',
    'ulp-size': 'c',
  });
  expect(outcome).not.toHaveSetAppMetadata('missing');
});
// #endregion test

it('stores the answers of the signup of the playground', async () => {
  const outcome = await runAction(profile, createMockEvent(preset.event));
  expect(outcome).toHaveSetUserMetadata('company', 'Analytical Engines');
  expect(outcome).not.toHaveDiagnostic();
});
