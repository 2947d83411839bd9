import { failureOf, record, type Runner } from './runner.ts';

/** `toHaveSetUserMetadata`, `toHaveSetAppMetadata`, `toHaveSetUserId` and `toHaveCached`. */
export function specifyChanges(runner: Runner): void {
  const { it, expect, kit } = runner;

  it('toHaveSetUserMetadata and toHaveSetAppMetadata pass for the value that is set in the end', () => {
    const api = record(runner, ({ user }) => {
      user.setUserMetadata('plan', 'free').user.setUserMetadata('plan', { name: 'team' });
      user.setAppMetadata('source', null).user.setAppMetadata('other', 1);
      // Changes nothing, so it undoes nothing.
      user.setUserMetadata('plan', undefined as never);
    });

    expect(api).toHaveSetUserMetadata();
    expect(api).toHaveSetUserMetadata('plan');
    expect(api).toHaveSetUserMetadata('plan', { name: 'team' });
    expect(api).toHaveSetUserMetadata('plan', expect.objectContaining({ name: 'team' }));
    expect(api).toHaveSetAppMetadata('source', null);
    expect(api).not.toHaveSetUserMetadata('plan', 'free');
    expect(api).not.toHaveSetAppMetadata('plan');
    expect(api).toHaveDiagnostic('metadata-undefined');
  });

  it('toHaveSetUserId passes for the id that is set in the end', () => {
    const api = record(runner, ({ user }) => user.setUserId('first').user.setUserId('cus_7'));

    expect(api).toHaveSetUserId();
    expect(api).toHaveSetUserId('cus_7');
    expect(api).toHaveSetUserId(expect.stringMatching(/^cus_/));
    expect(api).not.toHaveSetUserId('first');
  });

  it('toHaveCached passes for a record that is left in the cache', () => {
    const api = record(runner, ({ cache }) => {
      cache.set('attempts', '1');
      cache.set('attempts', '2', { ttl: 60_000 });
      cache.set('gone', '1');
      cache.delete('gone');
      cache.get('attempts');
    });

    expect(api).toHaveCached();
    expect(api).toHaveCached('attempts', '2');
    expect(api).not.toHaveCached('attempts', '1');
    expect(api).not.toHaveCached('gone');
  });

  it('says which later call undid the one that matches', () => {
    const api = record(runner, ({ user, cache }) => {
      user.setUserMetadata('plan', 'free').user.setUserMetadata('plan', 'team');
      user.setUserId('first').user.setUserId('second');
      cache.set('gone', '1');
      cache.delete('gone');
    });

    expect(failureOf(() => expect(api).toHaveSetUserMetadata('plan', 'free')))
      .toMatchInlineSnapshot(`
      "expect(api).toHaveSetUserMetadata("plan", "free")

      Expected a call like:
        api.user.setUserMetadata("plan", "free")
      Recorded calls (6):
        1. api.user.setUserMetadata("plan", "free")   ← undone by call 2
        2. api.user.setUserMetadata("plan", "team")
        3. api.user.setUserId("first")
        4. api.user.setUserId("second")
        5. api.cache.set("gone", "1")
        6. api.cache.delete("gone")"
    `);
    expect(failureOf(() => expect(api).toHaveSetUserId('first'))).toMatchInlineSnapshot(`
      "expect(api).toHaveSetUserId("first")

      Expected a call like:
        api.user.setUserId("first")
      Recorded calls (6):
        1. api.user.setUserMetadata("plan", "free")
        2. api.user.setUserMetadata("plan", "team")
        3. api.user.setUserId("first")   ← undone by call 4
        4. api.user.setUserId("second")
        5. api.cache.set("gone", "1")
        6. api.cache.delete("gone")"
    `);
    expect(failureOf(() => expect(api).toHaveCached('gone'))).toMatchInlineSnapshot(`
      "expect(api).toHaveCached("gone")

      Expected a call like:
        api.cache.set("gone", …)
      Recorded calls (6):
        1. api.user.setUserMetadata("plan", "free")
        2. api.user.setUserMetadata("plan", "team")
        3. api.user.setUserId("first")
        4. api.user.setUserId("second")
        5. api.cache.set("gone", "1")   ← undone by call 6
        6. api.cache.delete("gone")"
    `);
  });

  it('says why a call changed nothing', () => {
    const api = record(runner, ({ user, cache }) => {
      user.setAppMetadata('plan', undefined as never);
      cache.set('k'.repeat(65), '1');
      try {
        user.setUserId('not an id');
      } catch {
        // Careless Actions swallow errors.
      }
    });

    expect(failureOf(() => expect(api).toHaveSetAppMetadata('plan'))).toMatchInlineSnapshot(`
      "expect(api).toHaveSetAppMetadata("plan")

      Expected a call like:
        api.user.setAppMetadata("plan", …)
      Recorded calls (3):
        1. api.user.setAppMetadata("plan")   ← changed nothing
        2. api.cache.set("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk", "1")
        3. api.user.setUserId("not an id") threw"
    `);
    expect(failureOf(() => expect(api).toHaveSetUserId())).toMatchInlineSnapshot(`
      "expect(api).toHaveSetUserId()

      Expected a call like:
        api.user.setUserId(…)
      Recorded calls (3):
        1. api.user.setAppMetadata("plan")
        2. api.cache.set("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk", "1")
        3. api.user.setUserId("not an id") threw   ← had no effect"
    `);
    expect(failureOf(() => expect(api).toHaveCached())).toMatchInlineSnapshot(`
      "expect(api).toHaveCached()

      Expected a call like:
        api.cache.set(…)
      Recorded calls (3):
        1. api.user.setAppMetadata("plan")
        2. api.cache.set("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk", "1")   ← returned CacheKeySizeExceeded
        3. api.user.setUserId("not an id") threw"
    `);
  });

  it('points at the nearest change, if there is one', () => {
    const api = record(runner, ({ user }) => user.setUserMetadata('company', { name: 'Example' }));

    expect(failureOf(() => expect(api).toHaveSetUserMetadata('company', { name: 'Example Ltd' })))
      .toMatchInlineSnapshot(`
      "expect(api).toHaveSetUserMetadata("company", {"name":"Example Ltd"})

      Expected a call like:
        api.user.setUserMetadata("company", {"name":"Example Ltd"})
      Recorded calls (1):
        1. api.user.setUserMetadata("company", {"name":"Example"})   ← argument 2 differs"
    `);
    expect(failureOf(() => expect(api).toHaveSetAppMetadata('company'))).toMatchInlineSnapshot(`
      "expect(api).toHaveSetAppMetadata("company")

      Expected a call like:
        api.user.setAppMetadata("company", …)
      Recorded calls (1):
        1. api.user.setUserMetadata("company", {"name":"Example"})"
    `);
    expect(failureOf(() => expect(kit.createMockApi()).toHaveCached('attempts', '1')))
      .toMatchInlineSnapshot(`
      "expect(api).toHaveCached("attempts", "1")

      Expected a call like:
        api.cache.set("attempts", "1")
      Recorded calls (0): none. Did the handler run, and was it awaited?"
    `);
  });

  it('points at the change that was not expected', () => {
    const api = record(runner, ({ user, cache }) => {
      user.setUserMetadata('plan', 'free');
      user.setAppMetadata('plan', 'free');
      user.setUserId('cus_7');
      cache.set('attempts', '1');
    });

    expect(failureOf(() => expect(api).not.toHaveSetUserMetadata('plan'))).toMatchInlineSnapshot(`
      "expect(api).not.toHaveSetUserMetadata("plan")

      Expected no call like:
        api.user.setUserMetadata("plan", …)
      Recorded calls (4):
        1. api.user.setUserMetadata("plan", "free")   ← matches
        2. api.user.setAppMetadata("plan", "free")
        3. api.user.setUserId("cus_7")
        4. api.cache.set("attempts", "1")"
    `);
    expect(failureOf(() => expect(api).not.toHaveSetAppMetadata('plan'))).toMatchInlineSnapshot(`
      "expect(api).not.toHaveSetAppMetadata("plan")

      Expected no call like:
        api.user.setAppMetadata("plan", …)
      Recorded calls (4):
        1. api.user.setUserMetadata("plan", "free")
        2. api.user.setAppMetadata("plan", "free")   ← matches
        3. api.user.setUserId("cus_7")
        4. api.cache.set("attempts", "1")"
    `);
    expect(failureOf(() => expect(api).not.toHaveSetUserId())).toMatchInlineSnapshot(`
      "expect(api).not.toHaveSetUserId()

      Expected no call like:
        api.user.setUserId(…)
      Recorded calls (4):
        1. api.user.setUserMetadata("plan", "free")
        2. api.user.setAppMetadata("plan", "free")
        3. api.user.setUserId("cus_7")   ← matches
        4. api.cache.set("attempts", "1")"
    `);
    expect(failureOf(() => expect(api).not.toHaveCached('attempts'))).toMatchInlineSnapshot(`
      "expect(api).not.toHaveCached("attempts")

      Expected no call like:
        api.cache.set("attempts", …)
      Recorded calls (4):
        1. api.user.setUserMetadata("plan", "free")
        2. api.user.setAppMetadata("plan", "free")
        3. api.user.setUserId("cus_7")
        4. api.cache.set("attempts", "1")   ← matches"
    `);
  });

  it('a matcher of changes says what to pass if it receives something else', () => {
    expect(failureOf(() => expect({}).toHaveSetUserMetadata('plan'))).toMatchInlineSnapshot(`
      "Failed to check with toHaveSetUserMetadata: it takes a mock api or an outcome but received an object.
      Pass what createMockApi() returned, or what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
    expect(failureOf(() => expect({}).toHaveSetAppMetadata('plan'))).toMatchInlineSnapshot(`
      "Failed to check with toHaveSetAppMetadata: it takes a mock api or an outcome but received an object.
      Pass what createMockApi() returned, or what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
    expect(failureOf(() => expect({}).toHaveSetUserId())).toMatchInlineSnapshot(`
      "Failed to check with toHaveSetUserId: it takes a mock api or an outcome but received an object.
      Pass what createMockApi() returned, or what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
    expect(failureOf(() => expect({}).toHaveCached('attempts'))).toMatchInlineSnapshot(`
      "Failed to check with toHaveCached: it takes a mock api or an outcome but received an object.
      Pass what createMockApi() returned, or what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
  });
}
