import type { PreUserRegistrationAction } from '@signup-actions/types';
import { handlerName } from '@signup-actions/runtime-core/internal';
import { platformSentences } from '../platform-sentences.ts';

/**
 * The handler among what a module exports; absent where there is none. One that is no async function fails
 * when its turn comes, as on the platform.
 */
export function toHandler(exported: unknown): PreUserRegistrationAction | undefined {
  const handler = (exported as Readonly<Record<string, unknown>> | null | undefined)?.[handlerName];
  if (typeof handler !== 'function') return undefined;
  if (Object.prototype.toString.call(handler) !== '[object AsyncFunction]') {
    return () => Promise.reject(new TypeError(platformSentences['handler-not-async']()));
  }
  return handler as PreUserRegistrationAction;
}
