import type { MockApi } from '@signup-actions/testing';
import type { SignupMatchers } from '../../src/signup-matchers.ts';

/** What a runner brings to the specification, so that each runs the same one. */
export interface Runner {
  readonly it: (name: string, body: () => Promise<void> | void) => void;
  readonly expect: (value: unknown) => Expectation & { readonly not: Expectation };
  readonly stringContaining: (part: string) => unknown;
  readonly createMockApi: () => MockApi;
}

interface Expectation extends SignupMatchers {
  readonly toBe: (value: unknown) => void;
}

/** `toHaveDenied`: when it passes, and what it says when it does not. */
export function specifyToHaveDenied({ it, expect, stringContaining, createMockApi }: Runner): void {
  it('passes for a denial, with as many of its texts as are given', () => {
    const api = createMockApi();
    api.access.deny('disposable email', 'Please use your work address.');

    expect(api).toHaveDenied();
    expect(api).toHaveDenied('disposable email');
    expect(api).toHaveDenied('disposable email', stringContaining('work address'));
    expect(api.outcome()).toHaveDenied('disposable email');
    expect(api).not.toHaveDenied('something else');
  });

  it('does not pass for a registration that is invalid, or allowed', () => {
    const invalid = createMockApi();
    invalid.validation.error('code', 'message');

    expect(invalid).not.toHaveDenied();
    expect(createMockApi()).not.toHaveDenied();
  });

  it('shows every call, and points at the nearest miss', () => {
    const api = createMockApi();
    api.user.setAppMetadata('source', 'signup');
    api.access.deny('disposible email', 'Please use your work address.');

    expect(failureOf(() => expect(api).toHaveDenied('disposable email'))).toBe(
      `expect(api).toHaveDenied("disposable email")

Expected a call like:
  api.access.deny("disposable email", …)
Recorded calls (2):
  1. api.user.setAppMetadata("source", "signup")
  2. api.access.deny("disposible email", "Please use your work address.")   ← argument 1 differs`,
    );
  });

  it('shows an asymmetric matcher by its name', () => {
    const api = createMockApi();
    api.access.deny('disposable email', 'Go away.');

    const expectation = (): void =>
      expect(api).toHaveDenied('disposable email', stringContaining('work address'));
    expect(failureOf(expectation)).toBe(
      `expect(api).toHaveDenied("disposable email", StringContaining("work address"))

Expected a call like:
  api.access.deny("disposable email", StringContaining("work address"))
Recorded calls (1):
  1. api.access.deny("disposable email", "Go away.")   ← argument 2 differs`,
    );
  });

  it('asks whether the handler ran when nothing was recorded', () => {
    expect(failureOf(() => expect(createMockApi()).toHaveDenied())).toBe(
      `expect(api).toHaveDenied()

Expected a call like:
  api.access.deny(…)
Recorded calls (0): none. Did the handler run, and was it awaited?`,
    );
  });

  it('says which call was not to be made', () => {
    const api = createMockApi();
    api.access.deny('reason', 'message');

    expect(failureOf(() => expect(api).not.toHaveDenied('reason'))).toBe(
      `expect(api).not.toHaveDenied("reason")

Expected no call like:
  api.access.deny("reason", …)
Recorded calls (1):
  1. api.access.deny("reason", "message")   ← matches`,
    );
  });

  it('says so when the registration was refused in the other way', () => {
    const api = createMockApi();
    api.validation.error('code', 'message');

    expect(failureOf(() => expect(api).toHaveDenied())).toBe(
      `expect(api).toHaveDenied()

Expected a call like:
  api.access.deny(…)
Recorded calls (1):
  1. api.validation.error("code", "message")
The registration was refused with api.validation.error.`,
    );
  });

  it('says what to pass when it is given something else', () => {
    expect(failureOf(() => expect(Promise.resolve()).toHaveDenied())).toBe(
      `Failed to check with toHaveDenied: it takes a mock api or an outcome but received a Promise.
Pass what createMockApi() answered, or what runAction() or runFlow() resolved to; did you forget an await?`,
    );
    expect(failureOf(() => expect(undefined).not.toHaveDenied())).toBe(
      `Failed to check with toHaveDenied: it takes a mock api or an outcome but received undefined.
Pass what createMockApi() answered, or what runAction() or runFlow() resolved to; did you forget an await?`,
    );
  });
}

function failureOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing failed';
}
