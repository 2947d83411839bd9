import { toAnnotations, type Edit } from '../../../packages/cli/src/check/annotate.ts';
import { checkAction } from '../../../packages/cli/src/check/check-action.ts';
import { findHandler } from '../../../packages/cli/src/check/find-handler.ts';
import type { Finding } from '../../../packages/cli/src/check/finding.ts';
import { parseAction } from '../../../packages/cli/src/check/parse-action.ts';

/** What the source of an Action shows without running it. */
export interface CheckedSource {
  /** What the platform would reject, and what does not parse. */
  readonly findings: readonly Finding[];
  /** What gives the handler its types; absent where the source does not parse. */
  readonly annotations: readonly Edit[] | undefined;
}

/** Checks the source of an Action as `signup-actions check` does. */
export function checkSource(source: string, file = 'action.js'): CheckedSource {
  const action = parseAction({ file, source });
  const handler = findHandler(action.program);
  const findings = checkAction({ ...action }, handler);
  const isParsed = action.syntaxErrors.length === 0;
  return { findings, annotations: isParsed ? toAnnotations(action, handler) : undefined };
}

/** Whether the platform, and so the playground, runs nothing of a source with this finding. */
export const isFatal = ({ rule }: Finding): boolean => fatal.has(rule);

const fatal: ReadonlySet<Finding['rule']> = new Set([
  'code-too-large',
  'handler-missing',
  'not-commonjs',
  'syntax',
]);
