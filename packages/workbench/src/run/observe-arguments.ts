import type { Call } from '@signup-actions/runtime-core';
import type { PreUserRegistrationAPI } from '@signup-actions/types';
import { formatArgument } from './format-argument.ts';

/** Knows what an Action passed to the method of the api that is being called. */
export interface ArgumentObserver {
  /** From now on, notices the calls of this api. */
  readonly observe: (api: PreUserRegistrationAPI) => void;
  /** The source of the call that is being recorded, if the Action did not pass what the record holds. */
  readonly toWritten: (call: Call) => string | undefined;
}

type Method = (...args: readonly unknown[]) => unknown;

/** Creates an observer of the Actions of one flow. */
export function createArgumentObserver(): ArgumentObserver {
  let passed: readonly unknown[] | undefined;
  const wrap =
    (method: Method): Method =>
    (...args) => {
      // An argument can call the api itself, when it is converted.
      const before = passed;
      passed = args;
      try {
        return method(...args);
      } finally {
        passed = before;
      }
    };
  return {
    observe(api) {
      for (const part of Object.values(api) as Record<string, Method>[]) {
        for (const [name, method] of Object.entries(part)) part[name] = wrap(method);
      }
    },
    toWritten({ method, args, notes, error }) {
      if (!passed || (!notes && !error && passed.length === args.length)) return undefined;
      return `api.${method}(${passed.map(formatArgument).join(', ')})`;
    },
  };
}
