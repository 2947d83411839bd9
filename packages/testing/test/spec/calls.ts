import { failureOf, record, type Runner } from './runner.ts';

/** `toHaveCalled` and `toHaveDiagnostic`. */
export function specifyCalls(runner: Runner): void {
  const { it, expect, kit } = runner;

  it('toHaveCalled passes for a call with or without effect', () => {
    const api = record(runner, ({ cache, user }) => {
      cache.get('attempts');
      try {
        user.setUserId('not an id');
      } catch {
        // Careless Actions swallow errors.
      }
    });

    expect(api).toHaveCalled('cache.get');
    expect(api).toHaveCalled('cache.get', expect.stringContaining('attempt'));
    expect(api).toHaveCalled('user.setUserId', 'not an id');
    expect(api).not.toHaveCalled('cache.get', 'other');
    expect(api).not.toHaveCalled('access.deny');
  });

  it('toHaveCalled shows what was called instead', () => {
    const api = record(runner, ({ cache }) => {
      cache.set('attempts', '1', { ttl: 60_000 });
      cache.set('seen', '1');
    });

    expect(failureOf(() => expect(api).toHaveCalled('cache.set', 'attempts', '1', { ttl: 30_000 })))
      .toMatchInlineSnapshot(`
      "expect(api).toHaveCalled("cache.set", "attempts", "1", {"ttl":30000})

      Expected a call like:
        api.cache.set("attempts", "1", {"ttl":30000})
      Recorded calls (2):
        1. api.cache.set("attempts", "1", {"ttl":60000})   ← argument 3 differs
        2. api.cache.set("seen", "1")"
    `);
    expect(failureOf(() => expect(api).toHaveCalled('cache.delete'))).toMatchInlineSnapshot(`
      "expect(api).toHaveCalled("cache.delete")

      Expected a call like:
        api.cache.delete(…)
      Recorded calls (2):
        1. api.cache.set("attempts", "1", {"ttl":60000})
        2. api.cache.set("seen", "1")"
    `);
    expect(failureOf(() => expect(api).not.toHaveCalled('cache.set', 'seen')))
      .toMatchInlineSnapshot(`
      "expect(api).not.toHaveCalled("cache.set", "seen")

      Expected no call like:
        api.cache.set("seen", …)
      Recorded calls (2):
        1. api.cache.set("attempts", "1", {"ttl":60000})
        2. api.cache.set("seen", "1")   ← matches"
    `);
    expect(failureOf(() => expect(kit.createMockApi()).toHaveCalled('access.deny', 'reason')))
      .toMatchInlineSnapshot(`
      "expect(api).toHaveCalled("access.deny", "reason")

      Expected a call like:
        api.access.deny("reason", …)
      Recorded calls (0): none. Did the handler run, and was it awaited?"
    `);
  });

  it('toHaveCalled says what to pass if it receives something else', () => {
    const api = kit.createMockApi();

    expect(
      failureOf(() => expect(api).not.toHaveCalled('access.denied' as 'access.deny')),
    ).toMatchInlineSnapshot(
      `"Failed to check with toHaveCalled: the method must be one of access.deny, cache.delete, cache.get, cache.set, user.setAppMetadata, user.setUserId, user.setUserMetadata, validation.error but received "access.denied"."`,
    );
    expect(failureOf(() => expect(null).toHaveCalled('access.deny'))).toMatchInlineSnapshot(`
      "Failed to check with toHaveCalled: it takes a mock api or an outcome but received null.
      Pass what createMockApi() returned, or what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
  });

  it('toHaveDiagnostic passes for a diagnostic with this code', () => {
    const api = record(runner, ({ access, user }) => {
      access.deny('reason', 'Please try again.');
      user.setUserMetadata('plan', 'free');
    });

    expect(api).toHaveDiagnostic();
    expect(api).toHaveDiagnostic('call-after-refusal');
    expect(api).toHaveDiagnostic(expect.stringMatching(/refusal$/));
    expect(api).not.toHaveDiagnostic('late-call');
    expect(api).not.toHaveDiagnostic(expect.stringContaining('cache'));
    expect(kit.createMockApi()).not.toHaveDiagnostic();
  });

  it('toHaveDiagnostic lists the diagnostics', () => {
    const none = record(runner, ({ access }) => access.deny('reason', 'Please try again.'));
    const one = record(runner, ({ access }) => access.deny('reason', ''));
    const two = record(runner, ({ access, user }) => {
      access.deny('reason', undefined as never);
      user.setUserMetadata('plan', 'free');
    });

    expect(failureOf(() => expect(none).toHaveDiagnostic())).toMatchInlineSnapshot(`
      "expect(api).toHaveDiagnostic()

      Expected a diagnostic but received none.
      Recorded calls (1):
        1. api.access.deny("reason", "Please try again.")"
    `);
    expect(failureOf(() => expect(none).toHaveDiagnostic('late-call'))).toMatchInlineSnapshot(`
      "expect(api).toHaveDiagnostic("late-call")

      Expected a diagnostic with the code "late-call" but received none.
      Recorded calls (1):
        1. api.access.deny("reason", "Please try again.")"
    `);
    expect(failureOf(() => expect(one).toHaveDiagnostic('late-call'))).toMatchInlineSnapshot(`
      "expect(api).toHaveDiagnostic("late-call")

      Expected a diagnostic with the code "late-call" but received 1 other:
        1. deny-without-user-message: api.access.deny("reason", "") has no message for the user; pass one as the second argument.
        https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message
      Recorded calls (1):
        1. api.access.deny("reason", "")"
    `);
    expect(failureOf(() => expect(two).toHaveDiagnostic(expect.stringMatching(/late/))))
      .toMatchInlineSnapshot(`
        "expect(api).toHaveDiagnostic(expect.stringMatching(/late/))

        Expected a diagnostic with the code expect.stringMatching(/late/) but received 2 others:
          1. deny-without-user-message: api.access.deny("reason", "") has no message for the user; pass one as the second argument.
          2. call-after-refusal: api.user.setUserMetadata("plan", "free") was called after the same Action had refused; return right after a refusal.
          https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message
          https://signup-actions.github.io/signup-actions/diagnostics#call-after-refusal
        Recorded calls (2):
          1. api.access.deny("reason", "")
          2. api.user.setUserMetadata("plan", "free")"
      `);
    expect(failureOf(() => expect(two).not.toHaveDiagnostic())).toMatchInlineSnapshot(`
      "expect(api).not.toHaveDiagnostic()

      Expected no diagnostic but received 2:
        1. deny-without-user-message: api.access.deny("reason", "") has no message for the user; pass one as the second argument.
        2. call-after-refusal: api.user.setUserMetadata("plan", "free") was called after the same Action had refused; return right after a refusal.
        https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message
        https://signup-actions.github.io/signup-actions/diagnostics#call-after-refusal
      Recorded calls (2):
        1. api.access.deny("reason", "")
        2. api.user.setUserMetadata("plan", "free")"
    `);
    expect(failureOf(() => expect(two).not.toHaveDiagnostic('call-after-refusal')))
      .toMatchInlineSnapshot(`
      "expect(api).not.toHaveDiagnostic("call-after-refusal")

      Expected no diagnostic with the code "call-after-refusal" but received 1:
        1. call-after-refusal: api.user.setUserMetadata("plan", "free") was called after the same Action had refused; return right after a refusal.
        https://signup-actions.github.io/signup-actions/diagnostics#call-after-refusal
      Recorded calls (2):
        1. api.access.deny("reason", "")
        2. api.user.setUserMetadata("plan", "free")"
    `);
  });

  it('toHaveDiagnostic says what to pass if it receives something else', () => {
    const api = kit.createMockApi();

    expect(failureOf(() => expect([]).not.toHaveDiagnostic())).toMatchInlineSnapshot(`
      "Failed to check with toHaveDiagnostic: it takes a mock api or an outcome but received an array of 0.
      Pass what createMockApi() returned, or what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
    expect(
      failureOf(() => expect(api).not.toHaveDiagnostic('late-calls' as 'late-call')),
    ).toMatchInlineSnapshot(
      `"Failed to check with toHaveDiagnostic: the code must be one of argument-not-a-string, cache-default-lifetime, cache-unavailable, call-after-refusal, deny-without-user-message, handler-not-async, late-call, metadata-not-json, metadata-on-passwordless, metadata-undefined, secret-exposed, too-many-diagnostics, undefined-in-text, user-id-on-non-database but received "late-calls"."`,
    );
    expect(failureOf(() => expect(api).not.toHaveDiagnostic(undefined))).toMatchInlineSnapshot(
      `"Failed to check with toHaveDiagnostic: the code must be one of argument-not-a-string, cache-default-lifetime, cache-unavailable, call-after-refusal, deny-without-user-message, handler-not-async, late-call, metadata-not-json, metadata-on-passwordless, metadata-undefined, secret-exposed, too-many-diagnostics, undefined-in-text, user-id-on-non-database but received undefined."`,
    );
  });
}
