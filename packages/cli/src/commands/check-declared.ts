import { isBuiltin } from 'node:module';
import { defaultLimits } from '@signup-actions/runtime-core';
import { triggerName } from '@signup-actions/runtime-core/internal';
import {
  checkDependencies,
  checkModules,
  checkPin,
  checkSecrets,
  findNearName,
  lineAt,
  readUses,
  toBrokenRule,
  type ActionSource,
  type BrokenRule,
  type CheckedSource,
  type CodeOwner,
  type Finding,
  type ModuleSource,
} from '@signup-actions/workbench';
import { exists } from '../files/find-files.ts';
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

/** What an export declares of an Action or of a module, held against the rules of the platform and against the code. */
export async function checkDeclared(
  declaring: ActionSource | ModuleSource,
  checked: CheckedSource | undefined,
): Promise<readonly Finding[]> {
  const { declaredIn, declaredSecrets } = declaring;
  if (declaredIn === undefined || !declaredSecrets) return [];
  // What was read from standard input is in no file.
  const text = (await exists(declaredIn)) ? await readText(declaredIn) : '';
  const place = (key: string, broken: BrokenRule): Finding => {
    // A name that is written with escapes is not found; then the first line has to do.
    const offset = Math.max(text.indexOf(key), 0);
    const { rule, message } = broken;
    return { file: declaredIn, line: lineAt(text, offset), rule, message };
  };
  const owner = isAction(declaring) ? 'Action' : 'module';
  const others = isAction(declaring)
    ? [...checkDeployment(declaring), ...checkListed(declaring, checked)]
    : checkPublished(declaring);
  return [
    ...checkSecrets(declaredSecrets, owner).map(({ secret = 'secrets', ...broken }) =>
      place(secret, broken),
    ),
    ...checkDependencies(declaring.dependencies, owner).map((broken) =>
      place('dependencies', broken),
    ),
    ...others.map(([key, broken]) => place(key, broken)),
    ...(checked ? checkUses(declaring, checked, owner) : []),
  ];
}

/** A rule that is broken where the export has a word. */
type PlacedRule = readonly [key: string, broken: BrokenRule];

const isAction = (source: ActionSource | ModuleSource): source is ActionSource =>
  'deployment' in source;

/** The modules that an Action lists. */
function checkListed(
  { modules = [] }: ActionSource,
  checked: CheckedSource | undefined,
): readonly PlacedRule[] {
  const required = checked?.requiredModules.map(({ name }) => name);
  return [
    ...checkModules(modules).map((broken) => ['modules', broken] as const),
    ...modules.flatMap((pin): readonly PlacedRule[] => {
      const broken = checkPin(pin);
      // A run has named it already.
      return broken && checked ? [[pin.name, broken]] : [];
    }),
    ...modules
      .filter(({ name }) => required && !required.includes(name))
      .map(({ name }) => [name, toBrokenRule('unused-module', name)] as const),
  ];
}

const checkPublished = ({ isDraft }: ModuleSource): readonly PlacedRule[] =>
  isDraft === true ? [['all_changes_published', toBrokenRule('not-deployed', 'module')]] : [];

function checkDeployment({ deployment }: ActionSource): readonly PlacedRule[] {
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
function checkUses(
  declaring: ModuleSource,
  checked: CheckedSource,
  owner: CodeOwner,
): readonly Finding[] {
  const { file, source, dependencies, declaredSecrets = [] } = declaring;
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
      .map(({ name, offset }) => place(offset, toBrokenRule('undeclared-package', name, owner))),
    ...secrets
      .filter(({ name }) => !names.includes(name))
      .map(({ name, offset }) =>
        place(offset, toBrokenRule('undeclared-secret', name, findNearName(name, names), owner)),
      ),
  ];
}
