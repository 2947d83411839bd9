import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { collectSecrets, createSecretSearch } from '@signup-actions/runtime-core/internal';
import { platformSentences, type LoadedAction } from '@signup-actions/workbench';
import { UsageError } from '../../usage-error.ts';

/** The error of an Action that cannot be run, or of one of its modules. */
export async function toUsageError(
  { action, message: said }: { readonly action: string; readonly message: string },
  actions: readonly LoadedAction[],
): Promise<UsageError> {
  // What it requires may have the name that a secret says.
  const message = createSecretSearch(collectSecrets(actions)).redact(said);
  const found = actions.find(({ name }) => name === action);
  if (!found) return new UsageError(`Failed to run ${action}. ${message}`);
  // What a module of the Action requires is missing near the module.
  const lines = message.split('\n');
  const source = found.modules?.find(({ file }) => lines.includes(`- ${file}`)) ?? found;
  if (message === platformSentences['handler-missing']()) {
    // The source may show what the file is instead, such as a Hook.
    const { checkSyntax } = await import('../../load/check-syntax.ts');
    const findings = checkSyntax(found.file, found.source, 'Action');
    const finding = findings.find(({ rule }) => rule === 'handler-missing');
    return new UsageError(`Failed to run ${found.file}. ${finding?.message ?? message}`);
  }
  return new UsageError(`Failed to run ${source.file}. ${explainMissing(message, source)}`);
}

/** Why an Action, or one of its modules, cannot be run; for a missing package, with the command that installs it. */
function explainMissing(
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
