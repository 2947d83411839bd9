import type { ActionSource, ModuleSource } from '../platform/action.ts';
import type { Ways } from '../platform/ways.ts';
import { checkSource, type CheckedSource } from './check-source.ts';
import { checkModuleUses } from './module-context.ts';
import { mergeReceived } from './origins/module-uses.ts';
import type { Parser } from './syntax/parse-action.ts';

/** A checked source, with the modules whose types the compiler reads. */
export interface CheckedAction extends CheckedSource {
  /** The Actions modules that it requires and whose code is known. */
  readonly requires?: readonly RequiredFile[];
}

/** A string that names an Actions module, such as `'actions:team'`. */
export interface RequiredFile {
  readonly start: number;
  readonly end: number;
  /** The file of the module. */
  readonly file: string;
}

/** Checks Actions, and the modules that they may require with what they pass to them. The modules come last. */
export function checkActions(
  parser: Parser,
  actions: readonly ActionSource[],
  modules: readonly ModuleSource[],
  ways?: Ways,
): readonly CheckedAction[] {
  const ofActions = actions.map((action) => checkSource(parser, action, { ways }));
  const ofModules = modules.map((module) => {
    const uses = actions.flatMap((action, index) =>
      toFiles(action).get(module.name) === module.file
        ? (ofActions[index]?.exportUses ?? []).filter((use) => use.module === module.name)
        : [],
    );
    return checkSource(parser, module, { owner: 'module', received: mergeReceived(uses), ways });
  });
  const byFile = new Map(ofModules.map((checked) => [checked.syntax.file, checked]));
  return [
    ...ofActions.map((checked, index): CheckedAction => {
      const action = actions[index];
      const files = action ? toFiles(action) : new Map<string, string>();
      const known = new Map([...files].map(([name, file]) => [name, byFile.get(file)]));
      const isListed = action?.modules !== undefined;
      return {
        ...checked,
        findings: [
          ...checked.findings,
          ...checkModuleUses(checked, { modules: known, isListed, ways }),
        ],
        explain: (errors) =>
          checked.explain(errors, (module, name) => {
            const { syntax, origins, exported } = known.get(module) ?? {};
            const target = exported?.functions.get(name);
            return target && syntax && origins && { target, syntax, origins };
          }),
        requires: checked.requiredModules.flatMap(({ name, literal: { start, end } }) => {
          const file = files.get(name);
          return file === undefined ? [] : [{ start, end, file }];
        }),
      };
    }),
    ...ofModules,
  ];
}

/** The files of the modules that an Action may require, by name; empty for one that the export does not hold. */
const toFiles = ({ modules = [], givenModules = [] }: ActionSource): ReadonlyMap<string, string> =>
  new Map([
    ...modules.map(({ name, source }) => [name, source?.file ?? ''] as const),
    ...givenModules.map(({ name, file }) => [name, file] as const),
  ]);
