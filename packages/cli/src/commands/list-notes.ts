import { basename } from 'node:path';
import { findNewerFunctions, type ActionSource } from '@signup-actions/workbench';
import { checkDeclared } from './check-declared.ts';

/** What the user has to know of Actions before they run: how what runs differs from the platform. */
export async function listNotes(actions: readonly ActionSource[]): Promise<readonly string[]> {
  const notes = await Promise.all(actions.map(listOwnNotes));
  return notes.flat();
}

async function listOwnNotes(action: ActionSource): Promise<readonly string[]> {
  const { name, file, source, language, deployment } = action;
  const declared = await checkDeclared(action, undefined);
  const { node, names } = findNewerFunctions(source, deployment?.runtime);
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
