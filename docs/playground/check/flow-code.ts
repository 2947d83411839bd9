import { checkActions, type ActionSource, type CheckedAction } from '@signup-actions/workbench';
import type { JavaScript } from './to-javascript.ts';
import { acornParser } from './acorn-parser.ts';
import { pageWays } from './page-ways.ts';

/** The code of a flow as it is edited. */
export interface FlowCode {
  readonly actions: readonly NamedCode[];
  readonly modules: readonly NamedCode[];
  /** Position of the source in question: the Actions come first, then the modules. */
  readonly selected: number;
}

interface NamedCode {
  readonly name: string;
  readonly code: string;
  /** Absent for JavaScript. */
  readonly language?: 'typescript' | undefined;
  /** What TypeScript becomes, line by line. */
  readonly javascript?: string | undefined;
  /** Why it does not become JavaScript. */
  readonly problem?: JavaScript['problem'];
}

/** A source by itself, as the only Action of its flow. */
export const toFlowCode = (source: string): FlowCode => ({
  actions: [{ name: 'action', code: source }],
  modules: [],
  selected: 0,
});

/** The selected source of a flow, and its modules. */
export interface CheckedFlow {
  /** Absent if nothing is selected. */
  readonly selected: CheckedAction | undefined;
  /** By their names. */
  readonly modules: ReadonlyMap<string, CheckedAction>;
}

/**
 * Checks the selected source as `signup-actions check` does, with what its flow says of it. `source` replaces its code.
 */
export function checkFlow({ actions, modules, selected }: FlowCode, source: string): CheckedFlow {
  const toSources = (list: readonly NamedCode[], start: number): readonly ActionSource[] =>
    list.map(({ name, code, javascript }, index) => {
      const isSelected = start + index === selected;
      return toSource(
        name,
        `source-${start + index}.js`,
        isSelected ? source : (javascript ?? code),
      );
    });
  const givenModules = toSources(modules, actions.length);
  const checked = checkActions(
    acornParser,
    toSources(actions, 0).map((action) => ({ ...action, givenModules })),
    givenModules,
    pageWays,
  );
  const ofModules = checked.slice(actions.length);
  return {
    selected: checked[selected],
    modules: new Map(
      modules.flatMap(({ name }, index) => {
        const module = ofModules[index];
        return module ? [[name, module] as const] : [];
      }),
    ),
  };
}

const toSource = (name: string, file: string, source: string): ActionSource => ({
  name,
  file,
  source,
  language: 'javascript',
  dependencies: [],
});
