import { defaultLimits } from '@signup-actions/runtime-core';
import {
  checkSecrets,
  lineAt,
  toBrokenRule,
  type ActionSource,
  type Finding,
} from '@signup-actions/workbench';
import { readText } from '../load/read-text.ts';

const { maxActions } = defaultLimits;

/** What the platform would reject besides the code: too many Actions, and secrets over their limits. */
export async function checkDeployment(
  actions: readonly ActionSource[],
): Promise<readonly Finding[]> {
  const tooMany = actions.slice(maxActions).map(({ file }, index) => ({
    file,
    line: 1,
    ...toBrokenRule('too-many-actions', maxActions + index + 1),
  }));
  return [...tooMany, ...(await Promise.all(actions.map(checkDeclaredSecrets))).flat()];
}

async function checkDeclaredSecrets(action: ActionSource): Promise<readonly Finding[]> {
  const { declaredIn: file, declaredSecrets } = action;
  if (file === undefined || !declaredSecrets) return [];
  const text = await readText(file);
  return checkSecrets(declaredSecrets).map(({ secret = 'secrets', rule, message }) => {
    // A name that is written with escapes is not found; then the first line has to do.
    const offset = Math.max(text.indexOf(secret), 0);
    return { file, line: lineAt(text, offset), rule, message };
  });
}
