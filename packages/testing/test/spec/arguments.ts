import type { Outcome } from '@signup-actions/runtime-core';
import type { MockApi } from '@signup-actions/testing';
import { failureOf, record, type Runner } from './runner.ts';

/** What the runner hands to every matcher, and which arguments compile. */
export function specifyArguments(runner: Runner): void {
  const { it, expect, kit, spyOn } = runner;

  it('every matcher works as an asymmetric matcher, negated or not', () => {
    const api = record(runner, ({ access }) => access.deny('reason', 'message'));

    expect({ api }).toEqual({ api: expect.toHaveDenied('reason') });
    expect({ api }).toEqual({ api: expect.not.toHaveSetUserMetadata('plan') });
    expect({ api }).not.toEqual({ api: expect.toHaveAllowed() });
  });

  it('methods that are spied on or destructured are recorded', () => {
    const api = kit.createMockApi();
    const deny = spyOn(api.access, 'deny');
    const { setUserMetadata } = api.user;

    setUserMetadata('plan', 'free');
    api.access.deny('reason', 'message');

    expect(deny).toHaveBeenCalledWith('reason', 'message');
    expect(api).toHaveDenied('reason');
    expect(api).toHaveSetUserMetadata('plan', 'free');
  });

  it('an asymmetric matcher may replace an argument of a call, or a part of one', () => {
    const api = record(runner, ({ cache, user }) => {
      cache.set('attempts', '1', { ttl: 60_000 });
      user.setAppMetadata('plan', { name: 'free', seats: 3 });
    });

    expect(api).toHaveCalled('cache.set', expect.stringMatching(/^att/), '1', {
      ttl: expect.any(Number),
    });
    expect(api).toHaveCalled('user.setAppMetadata', 'plan', {
      name: 'free',
      seats: expect.any(Number),
    });
    expect(api).toHaveCalled('user.setAppMetadata', expect.stringContaining('plan'));
  });

  it('a RegExp matches strings', () => {
    const api = record(runner, ({ access, cache }) => {
      cache.set('attempts:203.0.113.7', '1');
      access.deny('disposable email', 'Please use your work address.');
    });

    expect(api).toHaveDenied(/^disposable/, /work/);
    expect(api).not.toHaveDenied(/^email/);
    expect(api).toHaveCached(/^attempts:/, '1');
    expect(api).toHaveCalled('cache.set', /203/);
    expect(failureOf(() => expect(api).toHaveDenied(/^email/))).toMatchInlineSnapshot(`
      "expect(api).toHaveDenied(/^email/)

      Expected a call like:
        api.access.deny(/^email/, …)
      Recorded calls (2):
        1. api.cache.set("attempts:203.0.113.7", "1")
        2. api.access.deny("disposable email", "Please use your work address.")   ← argument 1 differs"
    `);
  });

  it('arguments of the wrong type do not compile', () => {
    expect(expectWrongly.length).toBe(3);
  });
}

/** Expectations that must not compile; they are never run. */
function expectWrongly({ expect }: Runner, api: MockApi, outcome: Outcome): void {
  // @ts-expect-error -- a reason is a string
  expect(api).toHaveDenied(42);
  // @ts-expect-error -- a denial has two arguments
  expect(api).toHaveDenied('reason', 'message', 'more');
  // @ts-expect-error -- an error code is a string
  expect(api).toHaveFailedValidation({ code: 'invalid_phone' });
  // @ts-expect-error -- a key is a string
  expect(api).toHaveSetAppMetadata(42);
  // @ts-expect-error -- a key and its value are two arguments
  expect(api).not.toHaveSetUserMetadata({ plan: 'free' });
  // @ts-expect-error -- a user id is a string
  expect(api).toHaveSetUserId(7);
  // @ts-expect-error -- the cache holds strings
  expect(api).toHaveCached('attempts', 1);
  // @ts-expect-error -- a misspelt method
  expect(api).toHaveCalled('access.denied');
  // @ts-expect-error -- a key of the cache is a string
  expect(api).toHaveCalled('cache.get', 42);
  // @ts-expect-error -- cache.get has one argument
  expect(api).toHaveCalled('cache.get', 'attempts', '1');
  // @ts-expect-error -- a lifetime is a number
  expect(api).toHaveCalled('cache.set', 'attempts', '1', { ttl: '60' });
  // @ts-expect-error -- a misspelt option
  expect(api).toHaveCalled('cache.set', 'attempts', '1', { tll: 60 });
  // @ts-expect-error -- a misspelt code
  expect(outcome).not.toHaveDiagnostic('late-calls');
  // @ts-expect-error -- a part of the message, a RegExp or an asymmetric matcher
  expect(outcome).toHaveFailed(new TypeError('not reachable'));
  // @ts-expect-error -- the name of an Action
  expect(outcome).toHaveRun();
  // @ts-expect-error -- the name of an Action is a string
  expect(outcome).toHaveSkipped(2);
  // @ts-expect-error -- an asymmetric matcher takes the same arguments
  expect.toHaveSetAppMetadata(42);
}
