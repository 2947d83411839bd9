import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import {
  assertSupportedModule,
  type DiagnosticSender,
  type LoadedAction,
} from '@signup-actions/workbench';

/** The `require` of an Action, which tells of what the platform does not have. */
export function createActionRequire(
  require: NodeJS.Require,
  action: LoadedAction,
  tell: DiagnosticSender,
): NodeJS.Require {
  const load = (id: string): unknown => {
    assertSupportedModule(id);
    const loaded: unknown = require(id);
    if (!isBuiltin(id)) checkModule(id, require, action, tell);
    return loaded;
  };
  return Object.assign(load, require) as NodeJS.Require;
}

function checkModule(
  id: string,
  require: NodeJS.Require,
  { name: action, dependencies, declaredIn }: LoadedAction,
  tell: DiagnosticSender,
): void {
  if (/^(\.|\/)/.test(id)) return tell('local-file', id, action);
  if (declaredIn === undefined) return;
  const [name = id] = /^(@[^/]+\/)?[^/]+/.exec(id) ?? [];
  const declared = dependencies.find((dependency) => dependency.name === name);
  if (!declared) return tell('undeclared-package', name, action);
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
