import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import type {
  CodeOwner,
  DiagnosticSender,
  LoadedAction,
  ModuleRequire,
} from '@signup-actions/workbench';

/** The code that requires something: that of an Action, or of one of its modules. */
interface Requiring extends Pick<LoadedAction, 'dependencies' | 'declaredIn'> {
  readonly owner: CodeOwner;
  /** Name of the Action. */
  readonly action: string;
  readonly requireModule: ModuleRequire;
}

/** The `require` of an Action or of a module, which tells of what the platform does not have. */
export function createActionRequire(
  require: NodeJS.Require,
  requiring: Requiring,
  tell: DiagnosticSender,
): NodeJS.Require {
  const load = (id: string): unknown => {
    const module = requiring.requireModule(id);
    if (module) return module.exports;
    const loaded: unknown = require(id);
    if (!isBuiltin(id)) checkPackage(id, require, requiring, tell);
    return loaded;
  };
  return Object.assign(load, require) as NodeJS.Require;
}

function checkPackage(
  id: string,
  require: NodeJS.Require,
  { owner, action, dependencies, declaredIn }: Requiring,
  tell: DiagnosticSender,
): void {
  if (/^(\.|\/)/.test(id)) return tell('local-file', [id, owner], action);
  if (declaredIn === undefined) return;
  const [name = id] = /^(@[^/]+\/)?[^/]+/.exec(id) ?? [];
  const declared = dependencies.find((dependency) => dependency.name === name);
  if (!declared) return tell('undeclared-package', [name, owner], action);
  const installed = readVersion(require.resolve(id), name);
  if (installed === undefined || !/^\d+\.\d+\.\d+/.test(declared.version)) return;
  if (installed !== declared.version) {
    tell('package-version', [name, declared.version, installed], action);
  }
}

/** The version of the package that a file belongs to. */
function readVersion(file: string, name: string): string | undefined {
  const [folder] = new RegExp(`^.*[\\\\/]node_modules[\\\\/]${name}(?=[\\\\/])`).exec(file) ?? [];
  if (folder === undefined) return undefined;
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly version?: string;
    };
    return version;
  } catch {
    return undefined;
  }
}
