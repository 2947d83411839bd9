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
import { sendFrame } from '../protocol.ts';
import { createActionRequire } from './action-require.ts';

/** Returns a function that runs the code of an Action as CommonJS, whatever the package.json above it says, and returns its exports. */
export const createEvaluate =
  (tell: DiagnosticSender) =>
  (action: LoadedAction): unknown => {
    const { file, code } = action;
    const plain = createRequire(file);
    const require = createActionRequire(plain, action, tell);
    try {
      return runModule(compile(code, file), { require, file, folder: dirname(file) });
    } finally {
      sendRequired(plain);
    }
  };

/** Tells what the Actions have required so far: `--watch` looks at these files, too. */
export function sendRequired({ cache }: NodeJS.Require): void {
  const files = Object.keys(cache).filter((file) => !/[\\/]node_modules[\\/]/.test(file));
  if (files.length > 0) sendFrame({ type: 'required', files });
}

const compile = (code: string, file: string): ModuleFunction =>
  compileFunction(code, moduleParameters, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as ModuleFunction;
