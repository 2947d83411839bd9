import type { PreUserRegistrationAction } from '@signup-actions/types';
import type { SignupMatchers } from '../../src/matchers/signup-matchers.ts';
import { failureOf, type Runner } from './runner.ts';

/** A flow that failed is green nowhere: every matcher fails, with `.not` and without. */
export function specifyFailures({ it, expect, kit }: Runner): void {
  const crash: PreUserRegistrationAction = async (_event, api) => {
    api.user.setAppMetadata('plan', 'free');
    throw new TypeError('boom');
  };

  /** Every expectation but those about failure. */
  const expectations: readonly ((expectation: SignupMatchers) => unknown)[] = [
    (expectation) => expectation.toHaveDenied(),
    (expectation) => expectation.toHaveFailedValidation(),
    (expectation) => expectation.toHaveSetAppMetadata('plan', 'free'),
    (expectation) => expectation.toHaveSetUserMetadata(),
    (expectation) => expectation.toHaveSetUserId(),
    (expectation) => expectation.toHaveCached(),
    (expectation) => expectation.toHaveCalled('user.setAppMetadata'),
    (expectation) => expectation.toHaveRun('crash'),
    (expectation) => expectation.toHaveSkipped('crash'),
    (expectation) => expectation.toHaveDiagnostic(),
    (expectation) => expectation.toHaveCalledTimes('user.setAppMetadata', 1),
    (expectation) => expectation.toHaveCalls([]),
    (expectation) => expectation.toHaveCreatedUser(),
    (expectation) => expectation.toHaveLogged(),
  ];

  it('every expectation about a failed flow fails, negated or not', async () => {
    const outcome = await kit.runFlow([crash]);

    for (const check of expectations) {
      expect(failureOf(() => check(expect(outcome)))).toBe(
        failureOf(() => check(expect(outcome).not)),
      );
      expect(failureOf(() => check(expect(outcome))).includes('TypeError: boom')).toBe(true);
    }
    expect(failureOf(() => expect(outcome).toHaveAllowed()).includes('TypeError: boom')).toBe(true);
  });

  it('the message has the error, its place in the Action, and the calls', async () => {
    const outcome = await kit.runFlow([crash]);

    expect(failureOf(() => expect(outcome).toHaveSetAppMetadata('plan', 'free')))
      .toMatchInlineSnapshot(`
      "toHaveSetAppMetadata cannot pass, because crash failed at spec/failures.ts:…: TypeError: boom.
      Recorded calls (1):
        1. api.user.setAppMetadata("plan", "free")
      If the Action is meant to fail, assert that first: expect(outcome).toHaveFailed(…)."
    `);
    expect(failureOf(() => expect(outcome).not.toHaveFailed('time'))).toMatchInlineSnapshot(`
      "Expected the flow not to fail, but crash failed at spec/failures.ts:…: TypeError: boom.
      Recorded calls (1):
        1. api.user.setAppMetadata("plan", "free")
      If the Action is meant to fail, assert that first: expect(outcome).toHaveFailed(…)."
    `);
    expect(failureOf(() => kit.assertNotFailed(outcome))).toMatchInlineSnapshot(`
      "Expected the flow not to fail, but crash failed at spec/failures.ts:…: TypeError: boom.
      Recorded calls (1):
        1. api.user.setAppMetadata("plan", "free")
      If the Action is meant to fail, assert that first: expect(outcome).toHaveFailed(…)."
    `);
  });

  it('the error of the Action is the cause, so that runners show its lines', async () => {
    const outcome = await kit.runFlow([crash]);
    let cause: unknown;
    try {
      expect(outcome).toHaveAllowed();
    } catch (error) {
      ({ cause } = error as Error);
    }

    expect(String(cause)).toBe('TypeError: boom');
    expect((cause as Error).stack?.includes('failures.ts')).toBe(true);
  });

  it('a failure can be expected, and then the calls can be checked', async () => {
    const outcome = await kit.runFlow([crash]);

    expect(outcome).not.toHaveAllowed();
    expect(outcome).toHaveFailed('boom');
    expect(outcome).toHaveCalled('user.setAppMetadata', 'plan', 'free');
    expect(outcome).not.toHaveDenied();
    expect(outcome).toHaveRun('crash');
  });

  it('looks at failures of a mock api too', () => {
    const api = kit.createMockApi();
    try {
      api.validation.error('code', 'x'.repeat(101));
    } catch {
      // Swallowed, as careless Actions do.
    }

    expect(failureOf(() => expect(api).not.toHaveDenied())).toMatchInlineSnapshot(`
      "toHaveDenied cannot pass, because action failed: ContractError: action went on after its refusal was rejected: Failed to refuse with api.validation.error: errorMessage must be a string of at most 100 characters but received a string of 101 characters.
      Recorded calls (1):
        1. api.validation.error("code", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx") threw
      If the Action is meant to fail, assert that first: expect(outcome).toHaveFailed(…)."
    `);
  });
}
