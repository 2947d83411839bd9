import type { ActionSource, RunnableAction } from './action-source.ts';
import { assertCodeLimits } from './assert-limits.ts';
import { transpile } from './transpile.ts';

/** The Actions as the platform would have them. Throws for code that it would not take. */
export function toRunnable(sources: readonly ActionSource[]): readonly RunnableAction[] {
  const actions = sources.map((action) => ({ ...action, code: toCode(action) }));
  assertCodeLimits(actions);
  return actions;
}

const toCode = ({ language, source, file }: ActionSource): string =>
  language === 'typescript' ? transpile(source, file) : source;
