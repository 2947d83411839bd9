import type { MethodPath } from '@signup-actions/types';
import { methodParameters } from './method-parameters.ts';
import { formatExpected } from './format-expected.ts';

/** A call that is looked for, as source: what may be anything is an ellipsis. */
export function formatExpectedCall(method: MethodPath, args: readonly unknown[]): string {
  const rest = args.length < methodParameters[method] ? ['…'] : [];
  return `api.${method}(${[...args.map(formatExpected), ...rest].join(', ')})`;
}
