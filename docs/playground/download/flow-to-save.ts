import type { StartingPoint } from '@signup-actions/testing';
import { checkSource, type Expectation, type NetworkRule } from '@signup-actions/workbench';
import { acornParser } from '../check/acorn-parser.ts';
import type { ActionState, ModuleState, PlaygroundState } from '../state/playground-state.ts';
import { toFreeName } from '../state/to-free-name.ts';

/** A source, and what it becomes if it is TypeScript. */
type ToSave<Source> = Source & { readonly javascript?: string };

/** What the platform runs. */
export const toPlatformCode = ({ code, javascript }: ToSave<Pick<ActionState, 'code'>>): string =>
  javascript ?? code;

/** The flow and the signups that are downloaded. */
export interface FlowToSave {
  readonly actions: readonly ToSave<ActionState>[];
  readonly modules: readonly ToSave<ModuleState>[];
  readonly signups: readonly SignupToSave[];
  /** What the cache holds before the first signup; by default nothing. */
  readonly records?: PlaygroundState['records'];
  /** What services respond; absent if requests go to the network. */
  readonly network?: readonly NetworkRule[] | undefined;
}

/** A signup, and what it led to. */
export interface SignupToSave {
  readonly name?: string | undefined;
  readonly from: StartingPoint;
  /** What it changes in the event of the starting point. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** Milliseconds since the signup before. */
  readonly afterMs: number;
  /** Absent if it has not run since the last edit. */
  readonly expectation?: Expectation | undefined;
}

/** Settings by name, with a prefix. A row without a name is not finished yet. */
export const toValues = (
  settings: ActionState['secrets'],
  prefix = '',
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    settings.flatMap(([name, value]) => (name === '' ? [] : [[`${prefix}${name}`, value]])),
  );

export const hasKeys = (value: object): boolean => Object.keys(value).length > 0;

/** The modules that an Action requires. */
export function listRequired(
  action: ToSave<Pick<ActionState, 'code'>>,
  modules: readonly ModuleState[],
): readonly ModuleState[] {
  const { requiredModules } = checkSource(acornParser, {
    file: 'action.js',
    source: toPlatformCode(action),
  });
  return modules.filter(({ name }) => requiredModules.some((required) => required.name === name));
}

/** The name of a file with an ending for its language. */
export const toFile = (name: string, source: Pick<ActionState, 'language'> | undefined): string =>
  `${name}.${source?.language === 'typescript' ? 'ts' : 'js'}`;

/** Names of files, in the order of the sources. */
export interface FileNames {
  readonly actions: readonly string[];
  readonly modules: readonly string[];
}

/** A name for the file of each source, which every file system accepts and no other has. */
export function toFileNames({
  actions,
  modules,
}: Pick<FlowToSave, 'actions' | 'modules'>): FileNames {
  const taken: { name: string }[] = [];
  for (const { name } of [...actions, ...modules]) {
    const plain = name.replaceAll(/[\\/:*?"<>|\p{Cc}]|^\.+|[. ]+$/gu, '-');
    // Some file systems do not tell capitals from other letters.
    const lower = taken.map((other) => ({ name: other.name.toLowerCase() }));
    const free = toFreeName(plain.toLowerCase(), lower);
    taken.push({ name: free === plain.toLowerCase() ? plain : free });
  }
  const names = taken.map(({ name }) => name);
  return { actions: names.slice(0, actions.length), modules: names.slice(actions.length) };
}
