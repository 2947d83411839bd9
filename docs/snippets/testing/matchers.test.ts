import { createMockEvent, runAction, runFlow } from '@signup-actions/testing';
import * as matchers from '@signup-actions/testing/matchers';
import '@signup-actions/testing/vitest';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it, vi } from 'vitest';
import { readPage } from '../read-page.ts';
import { onExecutePreUserRegistration } from './register.js';

// #region subjects
const register = { name: 'register', handler: onExecutePreUserRegistration };
const welcome: PreUserRegistrationAction = async (_event, api) => {
  api.user.setUserMetadata('welcome', true);
};

const form = { request: { body: { 'ulp-company': 'Example Ltd' } } };
const allowed = await runFlow([register, welcome], createMockEvent(form));
const invalid = await runAction(register, createMockEvent());
const denied = await runFlow(
  [register, welcome],
  createMockEvent({ user: { email: 'mallory@disposable.example' } }),
);
const failed = await runAction(async () => {
  throw new TypeError('the list of domains is not reachable');
});
// #endregion subjects

const silence = vi.spyOn(console, 'log').mockImplementation(() => {});
const noisy = await runAction(async (event) => {
  console.log('checked', event.user.email);
});
silence.mockRestore();

const careless = await runAction(async (_event, api) => {
  api.access.deny('disposable email', '');
  api.user.setAppMetadata('plan', 'free');
});

/** What a matcher says when it fails, with paths as in the folder of the Action, and without places in this file. */
function failureOf(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return (error as Error).message
      .replaceAll(/ at \S+\.test\.ts:\d+/g, '')
      .replaceAll('docs/snippets/testing/', '');
  }
  throw new Error('This was to fail, and passed.');
}

it('shows every matcher', () => {
  const shown = [...readPage('matchers').matchAll(/^## (to\w+)/gm)].map(
    ([, name = '']) => name,
  );

  expect(shown.toSorted()).toEqual(Object.keys(matchers).toSorted());
});

it('toHaveAllowed', async () => {
  // #region to-have-allowed
  expect(allowed).toHaveAllowed();
  // #endregion to-have-allowed
  const fails = (): void => {
    // #region to-have-allowed-fails
    expect(denied).toHaveAllowed();
    // #endregion to-have-allowed-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot('outputs/to-have-allowed.txt');
});

it('toHaveDenied', async () => {
  // #region to-have-denied
  expect(denied).toHaveDenied();
  expect(denied).toHaveDenied(
    'disposable email',
    expect.stringContaining('work address'),
  );
  // #endregion to-have-denied
  const fails = (): void => {
    // #region to-have-denied-fails
    expect(denied).toHaveDenied('throwaway email');
    // #endregion to-have-denied-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot('outputs/to-have-denied.txt');
});

it('toHaveFailedValidation', async () => {
  // #region to-have-failed-validation
  expect(invalid).toHaveFailedValidation('company_missing');
  // #endregion to-have-failed-validation
  const fails = (): void => {
    // #region to-have-failed-validation-fails
    expect(denied).toHaveFailedValidation('company_missing');
    // #endregion to-have-failed-validation-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot(
    'outputs/to-have-failed-validation.txt',
  );
});

it('toHaveCreatedUser', async () => {
  // #region to-have-created-user
  expect(allowed).toHaveCreatedUser();
  expect(allowed).toHaveCreatedUser({
    user_id: 'auth0|cus_7',
    app_metadata: { plan: expect.stringMatching(/free|pro/) },
  });
  // #endregion to-have-created-user
  const fails = (): void => {
    // #region to-have-created-user-fails
    expect(allowed).toHaveCreatedUser({ app_metadata: { plan: 'pro' } });
    // #endregion to-have-created-user-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot(
    'outputs/to-have-created-user.txt',
  );
});

it('toHaveSetUserMetadata', async () => {
  // #region to-have-set-user-metadata
  expect(allowed).toHaveSetUserMetadata('company', 'Example Ltd');
  expect(denied).not.toHaveSetUserMetadata();
  // #endregion to-have-set-user-metadata
  const fails = (): void => {
    // #region to-have-set-user-metadata-fails
    expect(allowed).toHaveSetUserMetadata('company', 'Example Inc');
    // #endregion to-have-set-user-metadata-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot(
    'outputs/to-have-set-user-metadata.txt',
  );
});

it('toHaveSetAppMetadata', async () => {
  // #region to-have-set-app-metadata
  expect(allowed).toHaveSetAppMetadata('plan');
  expect(allowed).toHaveSetAppMetadata('plan', expect.stringMatching(/free|pro/));
  // #endregion to-have-set-app-metadata
  const fails = (): void => {
    // #region to-have-set-app-metadata-fails
    expect(denied).toHaveSetAppMetadata('plan');
    // #endregion to-have-set-app-metadata-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot(
    'outputs/to-have-set-app-metadata.txt',
  );
});

it('toHaveSetUserId', async () => {
  // #region to-have-set-user-id
  expect(allowed).toHaveSetUserId(expect.stringMatching(/^cus_/));
  // #endregion to-have-set-user-id
  const fails = (): void => {
    // #region to-have-set-user-id-fails
    expect(allowed).toHaveSetUserId('auth0|cus_7');
    // #endregion to-have-set-user-id-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot(
    'outputs/to-have-set-user-id.txt',
  );
});

it('toHaveCached', async () => {
  // #region to-have-cached
  expect(denied).toHaveCached('seen:203.0.113.7', '1');
  // #endregion to-have-cached
  const fails = (): void => {
    // #region to-have-cached-fails
    expect(denied).toHaveCached('seen:192.0.2.1');
    // #endregion to-have-cached-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot('outputs/to-have-cached.txt');
});

it('toHaveCalled', async () => {
  // #region to-have-called
  expect(allowed).toHaveCalled('cache.set', 'seen:203.0.113.7', '1', { ttl: 60_000 });
  expect(allowed).not.toHaveCalled('access.deny');
  // #endregion to-have-called
  const fails = (): void => {
    // #region to-have-called-fails
    expect(allowed).toHaveCalled('cache.get');
    // #endregion to-have-called-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot('outputs/to-have-called.txt');
});

it('toHaveCalledTimes', async () => {
  // #region to-have-called-times
  expect(allowed).toHaveCalledTimes('cache.set', 1);
  // #endregion to-have-called-times
  const fails = (): void => {
    // #region to-have-called-times-fails
    expect(allowed).toHaveCalledTimes('cache.set', 2);
    // #endregion to-have-called-times-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot(
    'outputs/to-have-called-times.txt',
  );
});

it('toHaveCalls', async () => {
  // #region to-have-calls
  expect(denied).toHaveCalls([
    ['cache.set', /^seen:/],
    ['access.deny', 'disposable email'],
  ]);
  // #endregion to-have-calls
  const fails = (): void => {
    // #region to-have-calls-fails
    expect(denied).toHaveCalls([['access.deny']]);
    // #endregion to-have-calls-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot('outputs/to-have-calls.txt');
});

it('toHaveDiagnostic', async () => {
  // #region to-have-diagnostic
  expect(careless).toHaveDiagnostic('call-after-refusal');
  expect(allowed).not.toHaveDiagnostic();
  // #endregion to-have-diagnostic
  const fails = (): void => {
    // #region to-have-diagnostic-fails
    expect(careless).not.toHaveDiagnostic();
    // #endregion to-have-diagnostic-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot(
    'outputs/to-have-diagnostic.txt',
  );
});

it('toHaveFailed', async () => {
  // #region to-have-failed
  expect(failed).toHaveFailed('not reachable');
  expect(failed).toHaveFailed(expect.objectContaining({ name: 'TypeError' }));
  // #endregion to-have-failed
  const fails = (): void => {
    // #region to-have-failed-fails
    expect(failed).toHaveFailed('timeout');
    // #endregion to-have-failed-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot('outputs/to-have-failed.txt');
});

it('toHaveLogged', async () => {
  // #region to-have-logged
  expect(noisy).toHaveLogged('checked ada@example.com');
  expect(noisy).not.toHaveLogged(/password/);
  // #endregion to-have-logged
  const fails = (): void => {
    // #region to-have-logged-fails
    expect(noisy).toHaveLogged('rejected');
    // #endregion to-have-logged-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot('outputs/to-have-logged.txt');
});

it('toHaveRun', async () => {
  // #region to-have-run
  expect(denied).toHaveRun('register');
  // #endregion to-have-run
  const fails = (): void => {
    // #region to-have-run-fails
    expect(denied).toHaveRun('welcome');
    // #endregion to-have-run-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot('outputs/to-have-run.txt');
});

it('toHaveSkipped', async () => {
  // #region to-have-skipped
  expect(denied).toHaveSkipped('welcome');
  // #endregion to-have-skipped
  const fails = (): void => {
    // #region to-have-skipped-fails
    expect(allowed).toHaveSkipped('welcome');
    // #endregion to-have-skipped-fails
  };
  await expect(failureOf(fails)).toMatchFileSnapshot('outputs/to-have-skipped.txt');
});
