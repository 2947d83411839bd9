import {
  findExceededLimit,
  type ActionSource,
  type RunnableAction,
} from '@signup-actions/workbench';
import { UsageError } from '../usage-error.ts';
import { transpile } from './transpile.ts';

/** The Actions as the platform would have them. Throws for code that it would not take. */
export function toRunnable(sources: readonly ActionSource[]): readonly RunnableAction[] {
  const actions = sources.map((action) => ({ ...action, code: toCode(action) }));
  const exceeded = findExceededLimit(actions);
  if (exceeded !== undefined) throw new UsageError(exceeded);
  return actions;
}

const toCode = ({ language, source, file }: ActionSource): string =>
  language === 'typescript' ? transpile(source, file) : source;
