import type { Action } from '@signup-actions/runtime-core';
import { describe, handlerName } from '@signup-actions/runtime-core/internal';
import type { PreUserRegistrationAction, Secrets, Shape } from '@signup-actions/types';
import { assertOptions } from '../input/assert-options.ts';
import { assertCode, assertLimit, assertSecrets } from './assert-limits.ts';
import { evaluate } from './evaluate.ts';
import { loadModule, type LoadedModule } from './load-module.ts';
import { failedLoad, readCode, type SourceCode } from './read-code.ts';

/** The Actions modules of an Action by name, as in `require('actions:<name>')`. */
type ModulesByName = Readonly<Record<string, LoadedModule | string | URL>>;

/** Options of `loadAction()`. */
export interface LoadActionOptions {
  /** The secrets of this Action; without them, it has those of the event. Its modules never receive them. */
  readonly secrets?: Secrets | undefined;
  /**
   * The Actions modules by name, as in `require('actions:<name>')`. The file of a path is loaded anew for each Action, as
   * on the platform; what `loadModule()` returned is this very instance, so that spies on its exports work.
   */
  readonly modules?: ModulesByName | undefined;
}

const optionNames: Readonly<Record<keyof LoadActionOptions, true>> = {
  secrets: true,
  modules: true,
};

/** An Action from a file. It is named after the file, or after the folder of a `code.js` or `index.js`. */
export interface LoadedAction<S extends Shape = Shape> extends Omit<Action, 'handler'> {
  /** The exported `async function`, which a test can also call with a mock api. */
  readonly handler: PreUserRegistrationAction<S>;
}

/**
 * Loads the file of an Action as the platform does: as CommonJS with a scope of its own, so what the code around the
 * handler keeps is new each time. `require` resolves from the file, and knows `actions:<name>` for the modules that are
 * passed. A relative path starts at the working directory.
 *
 * Throws if the platform would reject the file: without the handler, with one that is not an `async function`, as an ES
 * module or TypeScript, or beyond a limit. What the code itself throws while it loads is thrown as it is.
 *
 * @example
 * ```ts
 * const action = loadAction('actions/block-strangers.js', {
 *   modules: { 'team-helpers': 'modules/team-helpers.js' },
 * });
 * expect(await runAction(action)).toHaveAllowed();
 * ```
 */
export function loadAction<S extends Shape = Shape>(
  file: string | URL,
  options: LoadActionOptions = {},
): LoadedAction<S> {
  assertOptions('load the Action', options, optionNames);
  const { secrets, modules = {} } = options;
  const source = readCode('Action', file);
  assertCode(source);
  assertSecrets(source, secrets ?? {});
  assertLimit(source, 'maxModules', Object.keys(modules).length);
  const exported = evaluate(source, { requireModule: createModuleRequire(source, modules) });
  return Object.freeze({
    name: source.name,
    handler: readHandler(source, exported) as PreUserRegistrationAction<S>,
    ...(secrets && { secrets }),
    moduleSecrets: readSecrets(modules),
  });
}

/** Loads the modules of an Action by name, each at its first use and once. */
function createModuleRequire(
  { title }: SourceCode,
  modules: ModulesByName,
): (name: string) => unknown {
  const loaded = new Map(
    Object.entries(modules).map(([name, module]) => [
      name,
      isLoaded(module) ? () => module : once(() => loadModule(module)),
    ]),
  );
  return (name) => {
    const load = loaded.get(name);
    if (load) return load().exports;
    const known = [...loaded.keys()].map((other) => `actions:${other}`).join(', ');
    throw failedLoad(
      title,
      `the Action must be given each module that it requires, which is actions:${name}, but received ${known || 'none'}`,
      `Pass its file: loadAction(file, { modules: { '${name}': 'path/to/code.js' } }).`,
    );
  };
}

const isLoaded = (module: ModulesByName[string]): module is LoadedModule =>
  typeof module === 'object' && 'exports' in module;

function once<Value extends object>(create: () => Value): () => Value {
  let created: Value | undefined;
  return () => (created ??= create());
}

/** The secrets of each module, which outcomes must not show. One that is given as a path has none. */
const readSecrets = (modules: ModulesByName): NonNullable<Action['moduleSecrets']> =>
  Object.fromEntries(
    Object.entries(modules).map(([name, module]) => [name, isLoaded(module) ? module.secrets : {}]),
  );

/** The handler among what the code exports, by brand: a runner's sandbox has an AsyncFunction of its own. */
function readHandler({ title }: SourceCode, exported: unknown): unknown {
  const handler = (exported as Readonly<Record<string, unknown>> | null | undefined)?.[handlerName];
  if (Object.prototype.toString.call(handler) === '[object AsyncFunction]') return handler;
  const next = `Write exports.${handlerName} = async (event, api) => { … }.`;
  if (handler === undefined) {
    throw failedLoad(
      title,
      `the platform calls the export ${handlerName}, but this file does not have it`,
      next,
    );
  }
  throw failedLoad(
    title,
    `${handlerName} must be an async function but received ${describe(handler)}`,
    next,
  );
}
