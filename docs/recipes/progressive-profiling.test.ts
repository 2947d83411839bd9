import { createRequire } from 'node:module';
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { expect, it } from 'vitest';
import preset from './progressive-profiling.json' with { type: 'json' };

const profile = createRequire(import.meta.url)('./progressive-profiling.js');

// #region test
const signUp = (body: object) =>
  runAction(profile, createMockEvent({ request: { body } }));

it('keeps the answers, and notes what is missing', async () => {
  const outcome = await signUp({
    'ulp-company': ' Analytical Engines ',
    'ulp-job': ' ',
  });
  expect(outcome).toHaveSetUserMetadata('company', 'Analytical Engines');
  expect(outcome).not.toHaveSetUserMetadata('job');
  expect(outcome).toHaveSetAppMetadata('missing', ['job', 'size']);
});

it('notes nothing once all is known', async () => {
  const outcome = await signUp({
    'ulp-company': 'a',
    'ulp-job': 'b',
    'ulp-size': 'c',
  });
  expect(outcome).not.toHaveSetAppMetadata('missing');
});
// #endregion test

it('takes the signup that it starts with', async () => {
  const outcome = await runAction(profile, createMockEvent(preset.event));
  expect(outcome).toHaveSetUserMetadata('company', 'Analytical Engines');
  expect(outcome).toHaveNoDiagnostics();
});
