import type { PreUserRegistrationAction } from '@signup-actions/types';
import { failureOf, type Runner } from './runner.ts';

/** `toHaveFailed`, `toHaveRun` and `toHaveSkipped`. */
export function specifyOutcomes({ it, expect, kit }: Runner): void {
  const refuse: PreUserRegistrationAction = async (_event, api) =>
    api.access.deny('reason', 'Please try again.');
  const explode = async (): Promise<void> => {
    throw new TypeError('the list is not reachable');
  };
  const next = async (): Promise<void> => {};

  it('toHaveFailed passes for a flow that failed, with this error', async () => {
    const outcome = await kit.runFlow([explode]);

    expect(outcome).toHaveFailed();
    expect(outcome).toHaveFailed('not reachable');
    expect(outcome).toHaveFailed(/list .* reachable$/);
    expect(outcome).toHaveFailed(/^the list/);
    expect(outcome).not.toHaveFailed(/time/);
    expect(outcome).toHaveFailed(expect.objectContaining({ name: 'TypeError' }));
    expect(outcome).not.toHaveFailed('time');
    expect(outcome).not.toHaveFailed(expect.objectContaining({ name: 'RangeError' }));
    expect(await kit.runFlow([refuse])).not.toHaveFailed();
  });

  it('toHaveFailed names the outcome', async () => {
    const failed = await kit.runFlow([explode]);
    const denied = await kit.runFlow([refuse]);

    expect(failureOf(() => expect(failed).toHaveFailed('timeout'))).toMatchInlineSnapshot(`
      "expect(outcome).toHaveFailed("timeout")

      Expected the flow to fail with "timeout", but explode failed at spec/outcomes.ts:…: TypeError: the list is not reachable.
      Recorded calls (0): none."
    `);
    expect(failureOf(() => expect(failed).not.toHaveFailed(/list/))).toMatchInlineSnapshot(`
      "Expected the flow not to fail, but explode failed at spec/outcomes.ts:…: TypeError: the list is not reachable.
      Recorded calls (0): none.
      If the Action is meant to fail, assert that first: expect(outcome).toHaveFailed(…)."
    `);
    expect(failureOf(() => expect(denied).toHaveFailed())).toMatchInlineSnapshot(`
      "expect(outcome).toHaveFailed()

      Expected the flow to fail, but refuse denied the registration with api.access.deny.
      Recorded calls (1):
        1. api.access.deny("reason", "Please try again.")"
    `);
  });

  it('toHaveFailed says what to pass if it receives something else', async () => {
    const denied = await kit.runFlow([refuse]);

    expect(failureOf(() => expect(kit.createMockApi()).toHaveFailed())).toMatchInlineSnapshot(`
      "Failed to check with toHaveFailed: it takes an outcome but received a mock api.
      Pass what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
    expect(failureOf(() => expect(denied).not.toHaveFailed(7 as never))).toMatchInlineSnapshot(`
      "Failed to check with toHaveFailed: the error must be a string, a RegExp or an asymmetric matcher but received 7.
      Pass a part of the error's message, or expect.objectContaining({ name })."
    `);
  });

  it('toHaveRun and toHaveSkipped tell which Actions were started', async () => {
    const outcome = await kit.runFlow([refuse, next]);

    expect(outcome).toHaveRun('refuse');
    expect(outcome).toHaveSkipped('next');
    expect(outcome).not.toHaveRun('next');
    expect(outcome).not.toHaveSkipped('refuse');
    const failed = await kit.runFlow([explode]);
    expect(failed).toHaveFailed();
    expect(failed).toHaveRun('explode');
    // One of two Actions with the same name ran.
    expect(await kit.runFlow([refuse, refuse])).toHaveRun('refuse');
  });

  it('toHaveRun and toHaveSkipped list the Actions', async () => {
    const outcome = await kit.runFlow([refuse, next]);

    expect(failureOf(() => expect(outcome).toHaveRun('next'))).toMatchInlineSnapshot(`
      "expect(outcome).toHaveRun("next")

      Expected "next" to run, but it was skipped; refuse denied the registration with api.access.deny.
      Actions (2):
        1. refuse: refused
        2. next: skipped"
    `);
    expect(failureOf(() => expect(outcome).not.toHaveRun('refuse'))).toMatchInlineSnapshot(`
      "expect(outcome).not.toHaveRun("refuse")

      Expected "refuse" to be skipped, but it ran; refuse denied the registration with api.access.deny.
      Actions (2):
        1. refuse: refused
        2. next: skipped"
    `);
    expect(failureOf(() => expect(outcome).toHaveSkipped('refuse'))).toMatchInlineSnapshot(`
      "expect(outcome).toHaveSkipped("refuse")

      Expected "refuse" to be skipped, but it ran; refuse denied the registration with api.access.deny.
      Actions (2):
        1. refuse: refused
        2. next: skipped"
    `);
    expect(failureOf(() => expect(outcome).not.toHaveSkipped('next'))).toMatchInlineSnapshot(`
      "expect(outcome).not.toHaveSkipped("next")

      Expected "next" to run, but it was skipped; refuse denied the registration with api.access.deny.
      Actions (2):
        1. refuse: refused
        2. next: skipped"
    `);
  });

  it('toHaveRun and toHaveSkipped say what to pass if they receive something else', async () => {
    const outcome = await kit.runFlow([refuse, next]);
    const empty = await kit.runFlow([]);

    expect(failureOf(() => expect(outcome).not.toHaveRun('typo'))).toMatchInlineSnapshot(`
      "Failed to check with toHaveRun: the name must be one of "refuse", "next" but received "typo".
      Pass the name that the Action was given, or the name of its function."
    `);
    expect(failureOf(() => expect(empty).not.toHaveSkipped('next'))).toMatchInlineSnapshot(`
      "Failed to check with toHaveSkipped: the flow has no Actions but received "next".
      Pass the name that the Action was given, or the name of its function."
    `);
    expect(failureOf(() => expect(kit.createMockApi()).toHaveRun('refuse'))).toMatchInlineSnapshot(`
      "Failed to check with toHaveRun: it takes an outcome but received a mock api.
      Pass what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
    expect(failureOf(() => expect(undefined).toHaveSkipped('next'))).toMatchInlineSnapshot(`
      "Failed to check with toHaveSkipped: it takes an outcome but received undefined.
      Pass what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
  });
}
