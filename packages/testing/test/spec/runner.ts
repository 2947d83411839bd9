import type { MockApi } from '@signup-actions/testing';
import type { SignupMatchers } from '../../src/matchers/signup-matchers.ts';

/** What a runner brings to a specification, so that each runs the same one. */
export interface Runner {
  readonly it: (name: string, body: () => Promise<void> | void) => void;
  readonly expect: Expect;
  /** The kit as that runner's users have it. */
  readonly kit: {
    readonly createMockApi: typeof import('@signup-actions/testing').createMockApi;
    readonly createMockEvent: typeof import('@signup-actions/testing').createMockEvent;
    readonly runFlow: typeof import('@signup-actions/testing').runFlow;
  };
}

interface Expect {
  (value: unknown): Expectation & { readonly not: Expectation };
  readonly any: (kind: never) => unknown;
  readonly objectContaining: (part: Record<string, unknown>) => unknown;
  readonly stringContaining: (part: string) => unknown;
  readonly stringMatching: (pattern: RegExp) => unknown;
}

interface Expectation extends SignupMatchers {
  readonly toBe: (value: unknown) => void;
  readonly toMatchInlineSnapshot: (text?: string) => void;
}

/** The message of what fails; a sentence that no snapshot holds when nothing does. */
export function failureOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing failed';
}

/** A mock api on which these calls were made. */
export const record = ({ kit }: Runner, calls: (api: MockApi) => unknown): MockApi => {
  const api = kit.createMockApi();
  calls(api);
  return api;
};
