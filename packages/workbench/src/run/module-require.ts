import { defaultLimits } from '@signup-actions/runtime-core';
import { findNearName } from '../near-name.ts';
import { toModuleName, type LoadedAction, type LoadedModule } from '../platform/action.ts';
import { platformSentences } from '../platform/platform-rules.ts';
import type { Ways } from '../platform/ways.ts';
import { observeReads } from './observe-reads.ts';

/** What the code of an Actions module has that no other code has, by the name of the global. */
export interface ModuleGlobals {
  readonly actions: { readonly secrets: Readonly<Record<string, string>> };
}

/** Loads an Actions module by the id that `require` receives; absent if the id is of something else. */
export type ModuleRequire = (id: unknown) => { readonly exports: unknown } | undefined;

/** What loading the modules of an Action takes. */
interface ModuleHost {
  /** Runs the code of a module and returns what it exports. Throws what the code throws. */
  readonly evaluate: (module: LoadedModule, globals: ModuleGlobals) => unknown;
  /** Called when a module reads a secret that has no value. */
  readonly onMissingSecret: (secret: string, module: LoadedModule) => void;
  /** How the user gives a module; by default to the command line. */
  readonly ways?: Ways | undefined;
}

/**
 * Returns the `require` of an Action for its modules. Each is loaded at its first use and once, for this Action only, and
 * has no secrets but its own.
 */
export function createModuleRequire(
  action: LoadedAction,
  { evaluate, onMissingSecret, ways }: ModuleHost,
): ModuleRequire {
  const { modules = [], moduleSecrets = {} } = action;
  const loaded = new Map<string, { readonly exports: unknown }>();
  return (id) => {
    const name = toModuleName(id);
    if (name === undefined) return undefined;
    const before = loaded.get(name);
    if (before) return before;
    const module = modules.find((candidate) => candidate.name === name);
    if (!module)
      throw toMissing(platformSentences['unknown-module'](name, ...toUnknown(action, name), ways));
    if (loaded.size >= defaultLimits.maxModules) {
      throw toMissing(platformSentences['too-many-modules'](loaded.size + 1));
    }
    const values = Object.hasOwn(moduleSecrets, name) ? moduleSecrets[name] : {};
    const secrets = observeReads(values ?? {}, (secret) => onMissingSecret(secret, module));
    const required = { exports: evaluate(module, { actions: Object.freeze({ secrets }) }) };
    loaded.set(name, required);
    return required;
  };
}

/** The `require` of a module: it cannot load another one. */
export const refuseModule: ModuleRequire = (id) => {
  const name = toModuleName(id);
  if (name === undefined) return undefined;
  throw new Error(platformSentences['module-in-module'](name));
};

/** What the sentence about an unknown module takes besides its name. */
function toUnknown(
  { modules = [], listsModules = false }: LoadedAction,
  name: string,
): readonly [known: readonly string[], near: string | undefined, isListed: boolean] {
  const known = modules.map((module) => module.name);
  return [known, findNearName(name, known), listsModules];
}

/** An error that no Action is to blame for, since the platform may have what is missing here. */
const toMissing = (message: string): Error =>
  Object.assign(new Error(message), { code: 'ERR_ACTIONS_MODULE' });
