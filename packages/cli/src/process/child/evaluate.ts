import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction, constants } from 'node:vm';
import {
  moduleParameters,
  runModule,
  type DiagnosticSender,
  type LoadedAction,
  type ModuleFunction,
} from '@signup-actions/workbench';
import { createActionRequire } from './action-require.ts';

/** Returns a function that runs the code of an Action as CommonJS, whatever the package.json above it says, and returns its exports. */
export const createEvaluate =
  (tell: DiagnosticSender) =>
  (action: LoadedAction): unknown => {
    const { file, code } = action;
    const require = createActionRequire(createRequire(file), action, tell);
    return runModule(compile(code, file), { require, file, folder: dirname(file) });
  };

const compile = (code: string, file: string): ModuleFunction =>
  compileFunction(code, moduleParameters, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as ModuleFunction;
