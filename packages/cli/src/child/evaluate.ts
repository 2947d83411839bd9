import { dirname } from 'node:path';
import { compileFunction, constants } from 'node:vm';
import type { LoadedAction } from '../load/action-source.ts';
import { createActionRequire } from './create-action-require.ts';

type ModuleFunction = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
  filename: string,
  folder: string,
) => void;

/** What the source of an Action exports, as CommonJS, whatever the folder around it says. */
export function evaluate(action: LoadedAction): unknown {
  const { file, code } = action;
  const module = { exports: {} };
  const run = compile(code, file) as ModuleFunction;
  run(module.exports, createActionRequire(action), module, file, dirname(file));
  return module.exports;
}

function compile(code: string, file: string): Function {
  try {
    return compileFunction(code, ['exports', 'require', 'module', '__filename', '__dirname'], {
      filename: file,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
  } catch (error) {
    if (error instanceof SyntaxError && /\b(import|export)\b/.test(error.message)) {
      error.message += '; the platform loads CommonJS: write require(…) and exports.… = …';
    }
    throw error;
  }
}
