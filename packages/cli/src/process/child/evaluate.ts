import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction, constants } from 'node:vm';
import {
  moduleParameters,
  refuseModule,
  runModule,
  type DiagnosticSender,
  type JobHost,
  type LoadedModule,
  type ModuleFunction,
} from '@signup-actions/workbench';
import { sendFrames } from '../frames.ts';
import { createActionRequire } from './action-require.ts';
import { toStopping } from './open-debugger.ts';

/** Code, and how it requires what it needs. */
type Evaluated = Pick<LoadedModule, 'file' | 'code' | 'dependencies' | 'declaredIn'> &
  Omit<Parameters<typeof createActionRequire>[1], 'dependencies' | 'declaredIn'>;

/**
 * Returns functions that run code as CommonJS, whatever the package.json above it says, and return its exports. With
 * `stops`, a debugger stops at the first statement of the code that is run first.
 */
export function createEvaluate(
  tell: DiagnosticSender,
  stops = false,
): Pick<JobHost, 'evaluate' | 'evaluateModule'> {
  let isFirst = true;
  return {
    evaluate: (action, requireModule) =>
      evaluate({ ...action, owner: 'Action', action: action.name, requireModule }),
    evaluateModule: (module, globals, { name }) =>
      evaluate({ ...module, owner: 'module', action: name, requireModule: refuseModule }, globals),
  };

  function evaluate(evaluated: Evaluated, globals: object = {}): unknown {
    const { file } = evaluated;
    const code = stops && isFirst ? toStopping(evaluated.code) : evaluated.code;
    isFirst = false;
    const plain = createRequire(file);
    const require = createActionRequire(plain, evaluated, tell);
    try {
      return runModule(compile(code, file, globals), { require, file, folder: dirname(file) });
    } finally {
      sendRequired(plain);
    }
  }
}

let known = 0;

/** Tells what the Actions have required so far, if that has become more: `--watch` looks at these files, too. */
export function sendRequired({ cache }: NodeJS.Require): void {
  const all = Object.keys(cache);
  if (all.length === known) return;
  known = all.length;
  const files = all.filter((file) => !/[\\/]node_modules[\\/]/.test(file));
  if (files.length > 0) sendFrames({ type: 'required', files });
}

/** The code may use the names of the globals for something else. */
const compile = (code: string, file: string, globals: object): ModuleFunction =>
  compileFunction(code, moduleParameters, {
    filename: file,
    contextExtensions: [globals],
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as ModuleFunction;
