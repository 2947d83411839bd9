import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LoadedAction } from '@signup-actions/workbench';

/** Why an Action, or one of its modules, cannot be run; for a missing package, with the command that installs it. */
export function explainMissing(
  message: string,
  { file, dependencies }: Pick<LoadedAction, 'file' | 'dependencies'>,
): string {
  const [, id] = /^Cannot find (?:module|package) '([^']+)'/.exec(message) ?? [];
  if (id === undefined) return message;
  if (/^(\.|\/)/.test(id)) return `There is no file ${id}, which it requires.`;
  const [name = id] = /^(@[^/]+\/)?[^/]+/.exec(id) ?? [];
  if (isInstalled(name, file)) return `The package ${name} has no ${id}.`;
  const declared = dependencies.find((dependency) => dependency.name === name);
  const found = declared ? `${name}, which it declares,` : name;
  const wanted = declared ? `${name}@${declared.version}` : name;
  return `The package ${found} is not installed: run npm install ${wanted} in ${dirname(file)} or above it.`;
}

/** The child has an empty environment, so only the folders above the file count. */
function isInstalled(name: string, file: string): boolean {
  const folder = dirname(file);
  if (existsSync(join(folder, 'node_modules', name, 'package.json'))) return true;
  return folder !== file && isInstalled(name, folder);
}
