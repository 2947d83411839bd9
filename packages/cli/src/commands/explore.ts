import { toExampleSecret } from '@signup-actions/testing/internal';
import type { DeclaredSecret, LoadedAction, RunnableAction } from '@signup-actions/workbench';
import { exitStatus } from '../exit-status.ts';
import { exploreAction } from '../explore/explore-action.ts';
import {
  formatExplored,
  formatSummary,
  toExploredJson,
  type Explored,
} from '../explore/format-explored.ts';
import { toFoundProblem } from '../explore/found-problem.ts';
import { formatSaved, saveProblems, type Saved } from '../explore/save-problems.ts';
import { assertWritable } from '../files/create-folder.ts';
import { createSecretGiver } from '../load/give-secrets.ts';
import { selectActions } from '../load/read-actions.ts';
import { readFlow, type FlowSources } from '../load/read-flow.ts';
import { toRunnable } from '../load/to-runnable.ts';
import { createProgress } from '../print/create-progress.ts';
import { createShow } from '../print/create-show.ts';
import type { Shell } from '../shell.ts';
import { Stopped, toStoppedStatus } from './create-stop.ts';
import { printNotes } from './list-notes.ts';

/** The options of `signup-actions explore`. All paths are absolute. */
export interface ExploreOptions extends FlowSources {
  /** Names of the Actions to explore; by default all. */
  readonly only?: readonly string[];
  readonly runs: number;
  readonly seed: number;
  /** In milliseconds, for each Action. */
  readonly timeLimit: number;
  readonly accept?: readonly RegExp[];
  readonly network?: boolean;
  /** The folder for cases and tests. */
  readonly save?: string;
  readonly json?: boolean;
}

/** Explores the Actions at these paths until `stop` aborts, reports their problems, and returns the exit status. */
export async function explore(
  paths: readonly string[],
  options: ExploreOptions,
  shell: Shell,
  stop: AbortSignal,
): Promise<number> {
  const { seed, json = false, save, only = [] } = options;
  // Exploring takes a while.
  if (save !== undefined) await assertWritable(save);
  const { actions, notes, values } = await readFlow(paths, options);
  const runnable = (await toRunnable(selectActions(actions, only))).map(giveExamples);
  printNotes(notes, shell);
  const explored: Explored[] = [];
  const saved: Saved[] = [];
  const loaded = createSecretGiver(runnable, values)({});
  const progress = await createProgress(loaded.length * options.runs, shell);
  const show = createShow({ ...shell, print: progress.print }, { isVerbose: true });
  try {
    for (const [index, action] of loaded.entries()) {
      const before = index * options.runs;
      const onDrawn = (count: number): void => progress.set(before + count);
      const job = toJob(action, options);
      const seen = await exploreAction(job, stop, onDrawn);
      progress.set(before + options.runs);
      const problems = seen.problems.map((problem) => toFoundProblem(problem, job));
      const one: Explored = { ...seen, name: action.name, file: action.file, problems };
      explored.push(one);
      if (save !== undefined && problems.length > 0) {
        saved.push(await saveProblems(problems, action, { folder: save, paths }));
      }
      if (!json) {
        for (const { text, isCode = false } of formatExplored(one, shell)) {
          await (isCode ? progress.print(text) : show(text));
        }
      }
      if (stop.aborted) break;
    }
  } finally {
    progress.end();
  }
  if (json) shell.print(JSON.stringify(toExploredJson(explored, seed, shell), undefined, 2));
  else await show(`${formatSummary(explored, seed, shell)}${formatSaved(saved, shell)}`);
  const status = explored.some(({ problems }) => problems.length > 0)
    ? exitStatus.found
    : exitStatus.allowed;
  return stop.aborted ? toStoppedStatus(stop.reason as Stopped, status) : status;
}

const toJob = (
  action: LoadedAction,
  { runs, seed, timeLimit, network = false, accept = [] }: ExploreOptions,
) => ({
  action,
  hasSecrets: action.declaredNames !== undefined || Object.keys(action.secrets).length > 0,
  runs,
  seed,
  timeLimitMs: timeLimit,
  isOnline: network,
  accept,
});

/** An export does not hold the values of secrets. On the platform, each has one. */
const giveExamples = ({ modules, declaredSecrets, ...action }: RunnableAction): RunnableAction => ({
  ...action,
  ...toExamples(declaredSecrets),
  ...(modules && {
    modules: modules.map((module) => ({ ...module, ...toExamples(module.declaredSecrets) })),
  }),
});

const toExamples = (
  declared: readonly DeclaredSecret[] | undefined,
): { readonly declaredSecrets?: readonly DeclaredSecret[] } =>
  declared
    ? {
        declaredSecrets: declared.map(({ name, value = toExampleSecret(name) }) => ({
          name,
          value,
        })),
      }
    : {};
