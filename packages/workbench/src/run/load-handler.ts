import { handlerName, toErrorRecord } from '@signup-actions/runtime-core/internal';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { platformSentences } from '../platform/platform-rules.ts';

/** An Action that cannot be run, and why. */
interface Unusable {
  readonly unusable: string;
}

/** Whether an error says that a module is missing here, which no Action is to blame for. */
export const isMissingModule = (error: unknown): error is Error =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  /^(ERR_)?MODULE_NOT_FOUND$|^ERR_ACTIONS_MODULE$/.test(String(error.code));

/**
 * The handler among the exports of an Action, which `evaluate` returns, or why there is none. As on the platform, code
 * that throws while it loads, or a handler that is not an async function, fails the Action only when its turn comes.
 */
export function loadHandler(evaluate: () => unknown): PreUserRegistrationAction | Unusable {
  let handler: unknown;
  try {
    const exported = evaluate() as Readonly<Record<string, unknown>> | null | undefined;
    handler = exported?.[handlerName];
  } catch (thrown) {
    if (isMissingModule(thrown)) return { unusable: toErrorRecord(thrown).message };
    return async () => {
      throw thrown;
    };
  }
  if (typeof handler !== 'function') return { unusable: platformSentences['handler-missing']() };
  if (Object.prototype.toString.call(handler) !== '[object AsyncFunction]') {
    return async () => {
      throw new TypeError(platformSentences['handler-not-async']());
    };
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
