import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import type { Action } from '@signup-actions/runtime-core';

/** The file of an Actions module, and its secrets. */
export interface HostedModule {
  readonly file: string;
  readonly secrets: Readonly<Record<string, string>>;
}

/** Loads an Action that requires `actions:<name>`. Call it once: an instance serves many signups. */
export function loadAction(
  file: string,
  name: string,
  modules: Readonly<Record<string, HostedModule>>,
): Action {
  const loaded = new Map<string, unknown>();
  const { onExecutePreUserRegistration: handler } = evaluate(file, (module) => {
    const hosted = modules[module];
    if (!hosted) throw new Error(`There is no Actions module ${module}.`);
    // The code of the module sees its own secrets, and no others.
    const actions = { secrets: Object.freeze({ ...hosted.secrets }) };
    const exported = loaded.get(module) ?? evaluate(hosted.file, refuseModule, { actions });
    loaded.set(module, exported);
    return exported;
  }) as { onExecutePreUserRegistration: Action['handler'] };
  const moduleSecrets = Object.fromEntries(
    Object.entries(modules).map(([module, { secrets }]) => [module, secrets]),
  );
  // The engine hides these values wherever it hides secrets.
  return { name, handler, moduleSecrets };
}

const refuseModule = (name: string): never => {
  throw new Error(`An Actions module cannot require another one: ${name}.`);
};

/** Runs a file as CommonJS, and returns what it exports. */
function evaluate(
  file: string,
  requireModule: (name: string) => unknown,
  globals: object = {},
): unknown {
  const requireFile = createRequire(file);
  const require = (id: string): unknown =>
    id.startsWith('actions:') ? requireModule(id.slice('actions:'.length)) : requireFile(id);
  const module = { exports: {} };
  const run = compileFunction(readFileSync(file, 'utf8'), ['exports', 'require', 'module'], {
    filename: file,
    contextExtensions: [globals],
  });
  run.call(module.exports, module.exports, require, module);
  return module.exports;
}
