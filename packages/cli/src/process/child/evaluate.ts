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
export function evaluate({ file, code }: LoadedAction): unknown {
  const require = createActionRequire(file);
  return runModule(compile(code, file), { require, file, folder: dirname(file) });
}

const compile = (code: string, file: string): ModuleFunction =>
  compileFunction(code, moduleParameters, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as ModuleFunction;

/** The `require` of an Action: it finds packages from the folder of the Action's file. */
function createActionRequire(file: string): NodeJS.Require {
  const require = createRequire(file);
  const load = (id: string): unknown => {
    assertSupportedModule(id);
    return require(id);
  };
  return Object.assign(load, require) as NodeJS.Require;
}
