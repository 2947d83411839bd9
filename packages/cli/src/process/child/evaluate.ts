import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction, constants } from 'node:vm';
import {
  assertSupportedModule,
  moduleParameters,
  runModule,
  type LoadedAction,
  type ModuleFunction,
} from '@signup-actions/workbench';

/** Runs the code of an Action as CommonJS, whatever the package.json above it says, and returns its exports. */
export function evaluate(action: LoadedAction): unknown {
  const { file, code } = action;
  const require = createActionRequire(action);
  return runModule(compile(code, file), { require, file, folder: dirname(file) });
}

function compile(code: string, file: string): ModuleFunction {
  try {
    return compileFunction(code, moduleParameters, {
      filename: file,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    }) as ModuleFunction;
  } catch (error) {
    if (error instanceof SyntaxError && /\b(import|export)\b/.test(error.message)) {
      error.message += '; the platform loads CommonJS: write require(…) and exports.… = …';
    }
    throw error;
  }
}

/** The `require` of an Action: it finds packages from the folder of the Action's file. */
function createActionRequire({ file, dependencies }: LoadedAction): NodeJS.Require {
  const require = createRequire(file);
  const load = (id: string): unknown => {
    assertSupportedModule(id);
    try {
      return require(id);
    } catch (error) {
      const { name, version } = dependencies.find((dependency) => isIn(dependency.name, id)) ?? {};
      if (name !== undefined && isMissing(error, id)) {
        error.message = `Cannot find module '${id}', which the Action declares; install it with npm install ${name}@${version}.`;
      }
      throw error;
    }
  };
  return Object.assign(load, require) as NodeJS.Require;
}

const isIn = (name: string, id: string): boolean => id === name || id.startsWith(`${name}/`);

const isMissing = (error: unknown, id: string): error is Error =>
  error instanceof Error &&
  (error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND' &&
  error.message.includes(`'${id}'`);
