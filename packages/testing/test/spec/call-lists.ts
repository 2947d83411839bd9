import { failureOf, record, type Runner } from './runner.ts';

/** `toHaveCalledTimes` and `toHaveCalls`. */
export function specifyCallLists(runner: Runner): void {
  const { it, expect, kit } = runner;

  const count = () =>
    record(runner, ({ access, cache }) => {
      cache.get('attempts');
      cache.set('attempts', '1', { ttl: 60_000 });
      access.deny('too many attempts', 'Please try again later.');
    });

  it('toHaveCalledTimes passes for the number of calls', () => {
    expect(count()).toHaveCalledTimes('cache.get', 1);
    expect(count()).toHaveCalledTimes('cache.delete', 0);
    expect(count()).not.toHaveCalledTimes('cache.set', 2);
    expect(failureOf(() => expect(count()).toHaveCalledTimes('cache.set', 2)))
      .toMatchInlineSnapshot(`
        "expect(api).toHaveCalledTimes("cache.set", 2)

        Expected 2 calls of api.cache.set but received 1.
        Recorded calls (3):
          1. api.cache.get("attempts")
          2. api.cache.set("attempts", "1", {"ttl":60000})   ← counts
          3. api.access.deny("too many attempts", "Please try again later.")"
      `);
    expect(failureOf(() => expect(count()).not.toHaveCalledTimes('cache.delete', 0)))
      .toMatchInlineSnapshot(`
        "expect(api).not.toHaveCalledTimes("cache.delete", 0)

        Expected the number of api.cache.delete calls not to be 0.
        Recorded calls (3):
          1. api.cache.get("attempts")
          2. api.cache.set("attempts", "1", {"ttl":60000})
          3. api.access.deny("too many attempts", "Please try again later.")"
      `);
    expect(
      failureOf(() => expect(count()).toHaveCalledTimes('cache.set', -1)),
    ).toMatchInlineSnapshot(
      `"Failed to check with toHaveCalledTimes: the number of calls must be an integer of at least 0 but received -1."`,
    );
    expect(
      failureOf(() => expect(count()).toHaveCalledTimes('cache.sets' as 'cache.set', 1)),
    ).toMatchInlineSnapshot(
      `"Failed to check with toHaveCalledTimes: the method must be one of access.deny, cache.delete, cache.get, cache.set, user.setAppMetadata, user.setUserId, user.setUserMetadata, validation.error but received "cache.sets"."`,
    );
  });

  it('toHaveCalls passes for exactly these calls, in this order', () => {
    expect(count()).toHaveCalls([
      ['cache.get', 'attempts'],
      ['cache.set', /^attempts/, '1', { ttl: expect.any(Number) }],
      ['access.deny'],
    ]);
    expect(count()).not.toHaveCalls([]);
    expect(kit.createMockApi()).toHaveCalls([]);
  });

  it('toHaveCalls points at the first call that is not expected, or says which is missing', () => {
    expect(
      failureOf(() => expect(count()).toHaveCalls([['cache.get', 'attempts'], ['access.deny']])),
    ).toMatchInlineSnapshot(`
      "expect(api).toHaveCalls([["cache.get","attempts"],["access.deny"]])

      Expected these calls and no others:
        1. api.cache.get("attempts")
        2. api.access.deny(…)
      Recorded calls (3):
        1. api.cache.get("attempts")
        2. api.cache.set("attempts", "1", {"ttl":60000})   ← is not call 2 as expected
        3. api.access.deny("too many attempts", "Please try again later.")"
    `);
    expect(failureOf(() => expect(count()).toHaveCalls([['cache.get'], ['cache.set']])))
      .toMatchInlineSnapshot(`
        "expect(api).toHaveCalls([["cache.get"],["cache.set"]])

        Expected these calls and no others:
          1. api.cache.get(…)
          2. api.cache.set(…)
        Recorded calls (3):
          1. api.cache.get("attempts")
          2. api.cache.set("attempts", "1", {"ttl":60000})
          3. api.access.deny("too many attempts", "Please try again later.")   ← is one call too many"
      `);
    expect(
      failureOf(() =>
        expect(count()).toHaveCalls([
          ['cache.get'],
          ['cache.set'],
          ['access.deny'],
          ['cache.delete'],
        ]),
      ),
    ).toMatchInlineSnapshot(`
      "expect(api).toHaveCalls([["cache.get"],["cache.set"],["access.deny"],["cache.delete"]])

      Expected these calls and no others:
        1. api.cache.get(…)
        2. api.cache.set(…)
        3. api.access.deny(…)
        4. api.cache.delete(…)
      Recorded calls (3):
        1. api.cache.get("attempts")
        2. api.cache.set("attempts", "1", {"ttl":60000})
        3. api.access.deny("too many attempts", "Please try again later.")
      Call 4 is missing."
    `);
    expect(failureOf(() => expect(kit.createMockApi()).not.toHaveCalls([]))).toMatchInlineSnapshot(`
      "expect(api).not.toHaveCalls([])

      Expected other calls than these:
      Recorded calls (0): none. Did the handler run, and was it awaited?"
    `);
    expect(failureOf(() => expect(count()).toHaveCalls(['cache.get'] as never)))
      .toMatchInlineSnapshot(`
      "Failed to check with toHaveCalls: the calls must be a list of lists but received an array of 1.
      Pass a list for each call, such as ['access.deny', 'reason', 'message']."
    `);
  });
}
