import { isBuiltin } from 'node:module';
import { defaultLimits } from '@signup-actions/runtime-core';
import { triggerName } from '@signup-actions/runtime-core/internal';
import {
  checkDependencies,
  checkSecrets,
  findNearName,
  lineAt,
  readUses,
  toBrokenRule,
  type ActionSource,
  type BrokenRule,
  type CheckedSource,
  type Finding,
  type ModuleSource,
} from '@signup-actions/workbench';
import { readText } from '../files/read-text.ts';
import type { Library } from '../load/read-library.ts';

const { maxActions } = defaultLimits;

/** What the platform would reject of a flow as a whole. Loose files are bound to nothing. */
export const checkFlow = ({ flows }: Library): readonly Finding[] =>
  flows.flatMap((actions) =>
    actions.slice(maxActions).map(({ file }, index) => ({
      file,
      line: 1,
      ...toBrokenRule('too-many-actions', maxActions + index + 1),
    })),
  );

/** What an export declares of an Action, held against the rules of the platform and against the code. */
export async function checkDeclared(
  action: ActionSource | ModuleSource,
  checked: CheckedSource | undefined,
): Promise<readonly Finding[]> {
  const { declaredIn, declaredSecrets } = action;
  if (declaredIn === undefined || !declaredSecrets) return [];
  const text = await readText(declaredIn);
  const place = (key: string, broken: BrokenRule): Finding => {
    // A name that is written with escapes is not found; then the first line has to do.
    const offset = Math.max(text.indexOf(key), 0);
    const { rule, message } = broken;
    return { file: declaredIn, line: lineAt(text, offset), rule, message };
  };
  return [
    ...checkSecrets(declaredSecrets).map(({ secret = 'secrets', ...broken }) =>
      place(secret, broken),
    ),
    ...checkDependencies(action.dependencies).map((broken) => place('dependencies', broken)),
    ...checkDeployment(action).map(([key, broken]) => place(key, broken)),
    ...(checked ? checkUses(action, checked) : []),
  ];
}

function checkDeployment({ deployment }: ActionSource): readonly (readonly [string, BrokenRule])[] {
  const { triggers = [], runtime = '', isDraft } = deployment ?? {};
  const version = Number(/^node(\d+)/.exec(runtime)?.[1] ?? Infinity);
  return [
    ...(triggers.length > 0 && !triggers.includes(triggerName)
      ? [['supported_triggers', toBrokenRule('wrong-trigger', triggers.join(' and '))] as const]
      : []),
    ...(version < 18 ? [['runtime', toBrokenRule('unsupported-runtime', runtime)] as const] : []),
    ...(isDraft === true ? [['deployed', toBrokenRule('not-deployed')] as const] : []),
  ];
}

/** The packages and secrets that the code uses and the export does not declare. */
function checkUses(action: ActionSource, checked: CheckedSource): readonly Finding[] {
  const { file, source, dependencies, declaredSecrets = [] } = action;
  const { packages, secrets } = readUses(checked);
  const declared = new Set(dependencies.map(({ name }) => name));
  const names = declaredSecrets.map(({ name }) => name);
  const place = (offset: number, broken: BrokenRule): Finding => ({
    file,
    line: lineAt(source, offset),
    ...broken,
  });
  return [
    ...packages
      .filter(({ name }) => !isBuiltin(name) && !declared.has(name))
      .map(({ name, offset }) => place(offset, toBrokenRule('undeclared-package', name))),
    ...secrets
      .filter(({ name }) => !names.includes(name))
      .map(({ name, offset }) =>
        place(offset, toBrokenRule('undeclared-secret', name, findNearName(name, names))),
      ),
  ];
}
