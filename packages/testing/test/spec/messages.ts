import { failureOf, record, type Runner } from './runner.ts';

/** What all messages have in common. */
export function specifyMessages(runner: Runner): void {
  const { it, expect, kit } = runner;

  it('a call is shown with its place in the Action', () => {
    const api = record(runner, ({ access }) => access.deny('reason', 'message'));
    let message = '';
    try {
      expect(api).toHaveAllowed();
    } catch (error) {
      ({ message } = error as Error);
    }

    expect(
      /1\. api\.access\.deny\("reason", "message"\) at \S*spec\/messages\.ts:\d+ /.test(message),
    ).toBe(true);
  });

  it('asymmetric matchers are shown as source, wherever they are', () => {
    const api = record(runner, ({ user }) => user.setAppMetadata('plan', { seats: 3 }));

    expect(
      failureOf(() =>
        expect(api).toHaveSetAppMetadata(expect.stringMatching(/^p/), {
          seats: expect.any(String),
          name: expect.anything(),
          tags: [expect.objectContaining({ a: expect.stringContaining('b') })],
          other: [
            expect.not.objectContaining({ c: 1 }),
            expect.arrayContaining([1]),
            expect.closeTo(1),
          ],
          self: expect.toHaveDenied('reason'),
          text: /work/,
        }),
      ),
    ).toMatchInlineSnapshot(`
      "expect(api).toHaveSetAppMetadata(expect.stringMatching(/^p/), {"seats":expect.any(String),"name":expect.anything(),"tags":[expect.objectContaining({"a":expect.stringContaining("b")})],"other":[expect.not.objectContaining({"c":1}),expect.arrayContaining([1]),expect.closeTo(1)],"self":expect.toHaveDenied("reason"),"text":/work/})

      Expected a call like:
        api.user.setAppMetadata(expect.stringMatching(/^p/), {"seats":expect.any(String),"name":expect.anything(),"tags":[expect.objectContaining({"a":expect.stringContaining("b")})],"other":[expect.not.objectContaining({"c":1}),expect.arrayContaining([1]),expect.closeTo(1)],"self":expect.toHaveDenied("reason"),"text":/work/})
      Recorded calls (1):
        1. api.user.setAppMetadata("plan", {"seats":3})   ← argument 2 differs"
    `);
  });

  it('an argument that is undefined is refused: no call has it', () => {
    const api = record(runner, ({ access }) => access.deny('reason', 'message'));

    expect(failureOf(() => expect(api).toHaveDenied(undefined as never, 'message')))
      .toMatchInlineSnapshot(`
      "Failed to check with toHaveDenied: argument 1 must be a value but received undefined.
      Pass expect.anything() for an argument that may be anything, or leave it out if it is the last."
    `);
    expect(failureOf(() => expect(api).not.toHaveSetUserMetadata('plan', undefined)))
      .toMatchInlineSnapshot(`
      "Failed to check with toHaveSetUserMetadata: argument 2 must be a value but received undefined.
      Pass expect.anything() for an argument that may be anything, or leave it out if it is the last."
    `);
  });

  it('what no call can have is refused, also with .not', async () => {
    const api = record(runner, ({ access }) => access.deny('reason', 'message'));
    const outcome = await kit.runFlow([async () => {}]);
    const never = expect(api).not as unknown as Record<string, (...args: unknown[]) => void>;
    const neverOf = expect(outcome).not as unknown as typeof never;
    const failures = [
      () => never['toHaveCalled']?.('access.deny', undefined),
      () => never['toHaveCalls']?.([['access.deny', 'reason', undefined]]),
      () => never['toHaveDenied']?.('reason', 'message', 'more'),
      () => never['toHaveSetUserId']?.('ada', 'more'),
      () => never['toHaveAllowed']?.({ email: 'ada@example.com' }),
      () => never['toHaveCreatedUser']?.(undefined),
      () => never['toHaveCreatedUser']?.(['email']),
      () => neverOf['toHaveLogged']?.(undefined),
    ].map((run) => failureOf(run).split('\n')[0]);

    expect(failures).toEqual([
      'Failed to check with toHaveCalled: argument 1 must be a value but received undefined.',
      'Failed to check with toHaveCalls: argument 2 must be a value but received undefined.',
      'Failed to check with toHaveDenied: api.access.deny takes 2 arguments but received 3.',
      'Failed to check with toHaveSetUserId: api.user.setUserId takes 1 argument but received 2.',
      'Failed to check with toHaveAllowed: it takes no arguments.',
      'Failed to check with toHaveCreatedUser: the user must be an object or an asymmetric matcher but received undefined.',
      'Failed to check with toHaveCreatedUser: the user must be an object or an asymmetric matcher but received an array of 1.',
      'Failed to check with toHaveLogged: the line must be a string, a RegExp or an asymmetric matcher but received undefined.',
    ]);
    expect(outcome).toHaveCreatedUser(expect.objectContaining({}));
    expect(outcome).not.toHaveLogged(expect.stringContaining('x'));
  });

  it('of many calls the first, the last and those with a remark are shown', () => {
    const api = record(runner, ({ cache }) => {
      for (let index = 0; index < 200; index += 1) cache.get(`key-${index}`);
    });
    const lines = failureOf(() => expect(api).not.toHaveCalled('cache.get', 'key-100')).split('\n');

    expect(lines.slice(4)).toMatchInlineSnapshot(`
      [
        "Recorded calls (200):",
        "  1. api.cache.get("key-0")",
        "  2. api.cache.get("key-1")",
        "  3. api.cache.get("key-2")",
        "  4. api.cache.get("key-3")",
        "  5. api.cache.get("key-4")",
        "  6. api.cache.get("key-5")",
        "  7. api.cache.get("key-6")",
        "  8. api.cache.get("key-7")",
        "  9. api.cache.get("key-8")",
        "  10. api.cache.get("key-9")",
        "  11. api.cache.get("key-10")",
        "  12. api.cache.get("key-11")",
        "  13. api.cache.get("key-12")",
        "  14. api.cache.get("key-13")",
        "  15. api.cache.get("key-14")",
        "  … 85 more",
        "  101. api.cache.get("key-100")   ← matches",
        "  … 94 more",
        "  196. api.cache.get("key-195")",
        "  197. api.cache.get("key-196")",
        "  198. api.cache.get("key-197")",
        "  199. api.cache.get("key-198")",
        "  200. api.cache.get("key-199")",
      ]
    `);
  });

  it('long values are cut', () => {
    const api = record(runner, ({ user }) => user.setAppMetadata('long', 'x'.repeat(5_000)));

    expect(failureOf(() => expect(api).toHaveAllowed()).length).toBe('nothing failed'.length);
    expect(failureOf(() => expect(api).not.toHaveSetAppMetadata('long', 'x'.repeat(5_000))))
      .toMatchInlineSnapshot(`
      "expect(api).not.toHaveSetAppMetadata("long", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (5002 characters))

      Expected no call like:
        api.user.setAppMetadata("long", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (5002 characters))
      Recorded calls (1):
        1. api.user.setAppMetadata("long", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (5002 characters))   ← matches"
    `);
  });

  it('a failed expectation has the values for an editor to compare', () => {
    const api = record(runner, ({ access }) => access.deny('reason', 'message'));

    expect(valuesOf(() => expect(api).toHaveDenied('reason', 'another message'))).toEqual({
      actual: ['reason', 'message'],
      expected: ['reason', 'another message'],
    });
    expect(valuesOf(() => expect(api).toHaveCalledTimes('access.deny', 2))).toEqual({
      actual: 1,
      expected: 2,
    });
  });
}

/** What a runner keeps of the values that differ: on the error itself, or beside its message. */
function valuesOf(run: () => void): { actual: unknown; expected: unknown } | undefined {
  try {
    run();
  } catch (error) {
    const { matcherResult = error as object } = error as { matcherResult?: object };
    const { actual, expected } = matcherResult as { actual: unknown; expected: unknown };
    return { actual, expected };
  }
  return undefined;
}
