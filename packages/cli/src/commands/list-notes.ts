import { basename } from 'node:path';
import { findNewerFunctions, type ActionSource, type Finding } from '@signup-actions/workbench';

/** What the user has to know of Actions before they run: how what runs differs from the platform. */
export async function listNotes(actions: readonly ActionSource[]): Promise<readonly string[]> {
  const notes = await Promise.all(actions.map(listOwnNotes));
  return notes.flat();
}

async function listOwnNotes(action: ActionSource): Promise<readonly string[]> {
  const { name, file, source, language, declaredIn, deployment } = action;
  const declared = declaredIn === undefined ? [] : await checkExported(action);
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

/** Loaded only for exports. */
async function checkExported(action: ActionSource): Promise<readonly Finding[]> {
  const { checkDeclared } = await import('./check-declared.ts');
  return checkDeclared(action, undefined);
}
