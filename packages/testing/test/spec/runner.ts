import type { Outcome } from '@signup-actions/runtime-core';
import type { MockApi } from '@signup-actions/testing';
import type { AsymmetricMatcher, SignupMatchers } from '../../src/matchers/signup-matchers.ts';

/** What a runner brings to the specification, which is the same for all runners. */
export interface Runner {
  readonly it: (name: string, body: () => Promise<void> | void) => void;
  readonly expect: Expect;
  readonly spyOn: (access: MockApi['access'], method: 'deny') => unknown;
  /** Prints nothing to the console until the test ends. */
  readonly silence: () => void;
  /** The kit as that runner's users have it. */
  readonly kit: {
    readonly assertNotFailed: (outcome: Outcome) => void;
    readonly createMockApi: typeof import('@signup-actions/testing').createMockApi;
    readonly createMockEvent: typeof import('@signup-actions/testing').createMockEvent;
    readonly runFlow: typeof import('@signup-actions/testing').runFlow;
  };
}

interface Expect extends SignupMatchers<unknown> {
  (value: unknown): Expectation & { readonly not: Expectation };
  readonly not: SignupMatchers<unknown> & {
    readonly objectContaining: (part: Record<string, unknown>) => AsymmetricMatcher;
  };
  readonly any: (kind: unknown) => AsymmetricMatcher;
  readonly anything: () => AsymmetricMatcher;
  readonly arrayContaining: (items: unknown[]) => AsymmetricMatcher;
  readonly closeTo: (value: number) => AsymmetricMatcher;
  readonly objectContaining: (part: Record<string, unknown>) => AsymmetricMatcher;
  readonly stringContaining: (part: string) => AsymmetricMatcher;
  readonly stringMatching: (pattern: RegExp) => AsymmetricMatcher;
}

interface Expectation extends SignupMatchers {
  readonly toBe: (value: unknown) => void;
  readonly toEqual: (value: unknown) => void;
  readonly toHaveBeenCalledWith: (...args: readonly unknown[]) => void;
  readonly toMatchInlineSnapshot: (text?: string) => void;
}

/**
 * The message of a failed expectation, with short places, and without what tests of their own are about: the places
 * of calls, and the comparison that some runners add. If it passes, a sentence that no snapshot holds.
 */
export function failureOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    const { message } = error as Error;
    return message
      .replaceAll(/^( {2}\d+\. .*?) at [\w/.-]+spec\/[\w-]+\.ts:\d+/gm, '$1')
      .replace(/\n\n- Expected\n[^]*/, '')
      .replaceAll(/[\w/.-]*(spec\/[\w-]+\.ts):\d+/g, '$1:…');
  }
  return 'nothing failed';
}

/** A mock api on which these calls were made. */
export const record = ({ kit }: Runner, calls: (api: MockApi) => unknown): MockApi => {
  const api = kit.createMockApi();
  calls(api);
  return api;
};
