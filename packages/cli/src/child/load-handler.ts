import type { PreUserRegistrationAction } from '@signup-actions/types';
import type { LoadedAction } from '../load/action-source.ts';
import { platformSentences } from '../platform-sentences.ts';
import { UsageError } from '../usage-error.ts';
import { evaluate } from './evaluate.ts';
import { toHandler } from './to-handler.ts';

/**
 * The handler of an Action. Code that throws while it loads, or exports something else than an async
 * function, makes an Action that fails when its turn comes, as on the platform. Throws when there is no
 * handler at all.
 */
export function loadHandler(action: LoadedAction): PreUserRegistrationAction {
  let exported: unknown;
  try {
    exported = evaluate(action);
  } catch (thrown) {
    return () => Promise.reject(thrown);
  }
  const handler = toHandler(exported);
  if (handler) return handler;
  throw new UsageError(`Failed to run ${action.file}. ${platformSentences['handler-missing']()}`);
}
