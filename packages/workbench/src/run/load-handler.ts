import { handlerName } from '@signup-actions/runtime-core/internal';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { platformSentences } from '../platform/platform-rules.ts';

/**
 * The handler among the exports of an Action, which `evaluate` returns; absent if there is none. As on the
 * platform, code that throws while it loads, or a handler that is not an async function, fails the Action only
 * when its turn comes.
 */
export function loadHandler(evaluate: () => unknown): PreUserRegistrationAction | undefined {
  let handler: unknown;
  try {
    const exported = evaluate() as Readonly<Record<string, unknown>> | null | undefined;
    handler = exported?.[handlerName];
  } catch (thrown) {
    return () => Promise.reject(thrown);
  }
  if (typeof handler !== 'function') return undefined;
  if (Object.prototype.toString.call(handler) !== '[object AsyncFunction]') {
    return () => Promise.reject(new TypeError(platformSentences['handler-not-async']()));
  }
  return handler as PreUserRegistrationAction;
}

/** The parameters of the function that the code of a CommonJS module is the body of. */
export const moduleParameters = [
  'exports',
  'require',
  'module',
  '__filename',
  '__dirname',
] as const;

/** The code of a CommonJS module, compiled; a host may add parameters of its own. */
export type ModuleFunction = (
  exports: object,
  require: (id: string) => unknown,
  module: { exports: object },
  filename: string,
  folder: string,
  ...more: unknown[]
) => void;

/** What a module is given besides `module` and `exports`. */
export interface ModuleScope {
  readonly require: (id: string) => unknown;
  readonly file: string;
  readonly folder: string;
}

/** Runs the code of a CommonJS module, and returns what it exports. */
export function runModule(
  run: ModuleFunction,
  { require, file, folder }: ModuleScope,
  ...more: unknown[]
): unknown {
  const module = { exports: {} };
  run.call(module.exports, module.exports, require, module, file, folder, ...more);
  return module.exports;
}

/** Throws for a module that only the platform has. */
export function assertSupportedModule(id: unknown): void {
  if (typeof id === 'string' && id.startsWith('actions:')) {
    throw new Error(platformSentences['actions-module'](id));
  }
}
