import { basename } from 'node:path';
import {
  findNewerFunctions,
  listModules,
  type ActionSource,
  type Finding,
  type ModuleSource,
} from '@signup-actions/workbench';
import { toPrintable } from '../print/paint.ts';
import type { Shell } from '../shell.ts';

/** What the user has to know of Actions and their modules before they run: how what runs differs from the platform. */
export async function listNotes(actions: readonly ActionSource[]): Promise<readonly string[]> {
  const notes = await Promise.all([
    ...actions.map((action) => listOwnNotes(action, action.deployment?.runtime)),
    ...listModules(actions).map((module) => listOwnNotes(module)),
  ]);
  return notes.flat();
}

/** Prints notes to standard error, so that standard output has only the report. */
export function printNotes(notes: readonly string[], { printError }: Shell): void {
  for (const note of notes) printError(toPrintable(`Note: ${note}`));
}

async function listOwnNotes(source: ModuleSource, runtime?: string): Promise<readonly string[]> {
  const { name, file, language, declaredIn } = source;
  const declared = declaredIn === undefined ? [] : await checkExported(source);
  const { node, names } = findNewerFunctions(source.source, runtime);
  return [
    ...(language === 'typescript'
      ? [`${basename(file)} was transpiled from TypeScript; the platform accepts JavaScript only.`]
      : []),
    ...declared.map(({ message }) => `${name}: ${message}`),
    ...(names.length > 0
      ? [`${name} uses ${names.join(', ')}, which Node ${node} of the platform does not have.`]
      : []),
  ];
}

/** Loaded only for exports. */
async function checkExported(source: ModuleSource): Promise<readonly Finding[]> {
  const { checkDeclared } = await import('./check-declared.ts');
  return checkDeclared(source, undefined);
}
