import { failureOf, record, type Runner } from './runner.ts';

/** `toHaveCalled` and `toHaveNoDiagnostics`. */
export function specifyCalls(runner: Runner): void {
  const { it, expect, kit } = runner;

  it('toHaveCalled passes for a call, with or without effect', () => {
    const api = record(runner, ({ cache, user }) => {
      cache.get('attempts');
      try {
        user.setUserId('not an id');
      } catch {
        // Swallowed, as careless Actions do.
      }
    });

    expect(api).toHaveCalled('cache.get');
    expect(api).toHaveCalled('cache.get', expect.stringContaining('attempt'));
    expect(api).toHaveCalled('user.setUserId', 'not an id');
    expect(api).not.toHaveCalled('cache.get', 'other');
    expect(api).not.toHaveCalled('access.deny');
  });

  it('toHaveCalled says what was called instead', () => {
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

  it('toHaveCalled says what to pass when it is given something else', () => {
    const api = kit.createMockApi();

    expect(
      failureOf(() => expect(api).not.toHaveCalled('access.denied' as 'access.deny')),
    ).toMatchInlineSnapshot(
      `"Failed to check with toHaveCalled: a method is one of access.deny, cache.delete, cache.get, cache.set, user.setAppMetadata, user.setUserId, user.setUserMetadata, validation.error but received "access.denied"."`,
    );
    expect(failureOf(() => expect(null).toHaveCalled('access.deny'))).toMatchInlineSnapshot(`
      "Failed to check with toHaveCalled: it takes a mock api or an outcome but received null.
      Pass what createMockApi() answered, or what runAction() or runFlow() resolved to; did you forget an await?"
    `);
  });

  it('toHaveNoDiagnostics passes where no probable mistake was made', () => {
    const api = record(runner, ({ access }) => access.deny('reason', 'Please try again.'));

    expect(api).toHaveNoDiagnostics();
    expect(failureOf(() => expect(api).not.toHaveNoDiagnostics())).toMatchInlineSnapshot(`
      "expect(api).not.toHaveNoDiagnostics()

      Expected a diagnostic, but there is none.
      Recorded calls (1):
        1. api.access.deny("reason", "Please try again.")"
    `);
  });

  it('toHaveNoDiagnostics lists what was probably wrong', () => {
    const api = record(runner, ({ access, user }) => {
      access.deny('reason', undefined as never);
      user.setUserMetadata('plan', 'free');
    });

    expect(api).not.toHaveNoDiagnostics();
    expect(failureOf(() => expect(api).toHaveNoDiagnostics())).toMatchInlineSnapshot(`
      "expect(api).toHaveNoDiagnostics()

      Expected no diagnostics, but received 2:
        1. deny-without-user-message: api.access.deny("reason", "") has no message for the user; pass one as the second argument.
        2. call-after-refusal: api.user.setUserMetadata("plan", "free") was called after the same Action had refused; return right after a refusal.
        https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message
        https://signup-actions.github.io/signup-actions/diagnostics#call-after-refusal
      Recorded calls (2):
        1. api.access.deny("reason", "")
        2. api.user.setUserMetadata("plan", "free")"
    `);
    expect(failureOf(() => expect([]).toHaveNoDiagnostics())).toMatchInlineSnapshot(`
      "Failed to check with toHaveNoDiagnostics: it takes a mock api or an outcome but received an array of 0.
      Pass what createMockApi() answered, or what runAction() or runFlow() resolved to; did you forget an await?"
    `);
  });
}
