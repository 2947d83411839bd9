import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction, constants } from 'node:vm';
import { failedLoad, type SourceCode } from './read-code.ts';

/** What code has beyond what every CommonJS module has. */
export interface Surroundings {
  /** Loads `actions:<name>`; throws if there is no such module. */
  readonly requireModule: (name: string) => unknown;
  /** Names that the code sees as if they were global. */
  readonly globals?: object;
}

type CompiledCode = (
  exports: object,
  require: NodeJS.Require,
  module: { readonly exports: unknown },
  file: string,
  folder: string,
) => void;

const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];

/** Runs code as a CommonJS module that nothing caches, and returns what it exports. */
export function evaluate(
  source: SourceCode,
  { requireModule, globals = {} }: Surroundings,
): unknown {
  const { file } = source;
  const requireFile = createRequire(file);
  const require = (id: string): unknown =>
    typeof id === 'string' && id.startsWith(scheme)
      ? requireModule(id.slice(scheme.length))
      : requireFile(id);
  const module = { exports: {} };
  const run = compile(source, globals);
  const { exports } = module;
  run.call(exports, exports, Object.assign(require, requireFile), module, file, dirname(file));
  return module.exports;
}

const scheme = 'actions:';

/** Compiled under its own path and without a wrapper: stack traces, breakpoints and coverage fit the file. */
function compile({ title, file, code }: SourceCode, globals: object): CompiledCode {
  let compiled: CompiledCode;
  try {
    compiled = compileFunction(code, parameters, {
      filename: file,
      contextExtensions: [globals],
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    }) as CompiledCode;
  } catch (error) {
    if (!isModuleSyntax(error)) throw error;
    throw failedLoad(
      title,
      'the platform loads CommonJS, but this file is an ES module',
      'Write require(…) instead of import, and exports.… = … instead of export.',
    );
  }
  return isInSandbox() ? compileInSandbox(file, code, globals) : compiled;
}

/** Whether code that has been found not to be a script uses the syntax of ES modules. */
const isModuleSyntax = (error: unknown): boolean =>
  /import statement|Unexpected token 'export'|import\.meta|await is only valid/.test(String(error));

/** Whether a runner, such as Jest, runs this file in a realm of its own: `node:vm` compiles in Node's. */
const isInSandbox = (): boolean => compileFunction('return Object')() !== Object;

/**
 * In the realm of the runner, for its fake timers, spies and classes. The code is known to compile. A direct `eval` compiles
 * it without a wrapper too, but has no `return` outside of functions, which CommonJS has.
 */
function compileInSandbox(file: string, code: string, globals: object): CompiledCode {
  // As a method it is an indirect call, also in a bundle: the code sees the names of the realm, and none of this function.
  // oxlint-disable-next-line eslint/no-eval -- it compiles in the realm of whoever has it
  const create = globalThis.eval(
    `(function () { with (arguments[0]) { return function (${parameters.join()}) { eval(arguments[${parameters.length}]); }; } })`,
  ) as (globals: object) => (...values: unknown[]) => void;
  const run = create(globals);
  const named = `${code}\n//# sourceURL=${pathToFileURL(file).href}`;
  return function (this: unknown, ...values) {
    run.call(this, ...values, named);
  };
}
