import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import type { LoadedAction } from '../load/action-source.ts';
import { UsageError } from '../usage-error.ts';

type ModuleFunction = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
) => void;

const handlerName = 'onExecutePreUserRegistration';

/**
 * The handler of an Action, loaded from its source as CommonJS, whatever the folder around it says.
 * Code that throws while it loads, or exports something else than an async function, makes an Action
 * that fails when its turn comes, as on the platform. Throws when there is no handler at all.
 */
export function loadHandler(action: LoadedAction): PreUserRegistrationAction {
  let handler: unknown;
  try {
    handler = (evaluate(action) as Record<string, unknown>)[handlerName];
  } catch (thrown) {
    return () => Promise.reject(thrown);
  }
  if (typeof handler !== 'function') {
    throw new UsageError(
      `Failed to run ${action.file}: it does not export a handler, exports.${handlerName} = async (event, api) => { … }.`,
    );
  }
  if (Object.prototype.toString.call(handler) !== '[object AsyncFunction]') {
    return () =>
      Promise.reject(
        new TypeError(
          `The platform runs handlers that are async functions, and the one of ${action.name} is none: write exports.${handlerName} = async (event, api) => { … }.`,
        ),
      );
  }
  return handler as PreUserRegistrationAction;
}

function evaluate({ file, code }: LoadedAction): object {
  const module = { exports: {} };
  const run = compileFunction(code, ['exports', 'require', 'module'], { filename: file });
  (run as ModuleFunction)(module.exports, createRequire(file), module);
  return module.exports;
}
