import { toCacheView, type Verdict } from '@signup-actions/workbench';
import { computed, reactive, type Reactive } from 'vue';
import type { RemoteTypes } from '../check/start-type-service.ts';
import { findNames } from '../check/find-names.ts';
import { listDownloads, type Download } from '../download/downloads.ts';
import { playgroundLimits } from '../run/flow-job.ts';
import type { ActionState, ModuleState } from '../state/playground-state.ts';
import { toCacheChanges, type CacheChange } from '../view/to-cache-changes.ts';
import { fromRun, type Mark } from '../view/to-marks.ts';
import { toRequestViews, type RequestView } from '../view/to-request-views.ts';
import { toSignupRow, type SignupRow } from '../view/to-signup-row.ts';
import { useJavaScript } from './use-javascript.ts';
import { useEventMarks } from './use-event-marks.ts';
import type { Playground } from './use-playground.ts';
import { useTypes } from './use-types.ts';

/** An Action or a module as its tab shows it. */
export interface ShownSource {
  readonly source: ActionState | ModuleState;
  readonly marks: readonly Mark[];
  /** Names of secrets that the code reads. */
  readonly secrets: readonly string[];
}

/** What the page shows of the playground. Everything follows from the state and the last run. */
export interface Shown {
  /** The Actions, then the modules. */
  readonly sources: readonly ShownSource[];
  readonly rows: readonly SignupRow[];
  /** What happened to the selected signup. */
  readonly requests: readonly RequestView[];
  readonly cacheChanges: readonly CacheChange[];
  /** How many records the first signup of the next run finds. */
  readonly keptRecords: number;
  readonly eventMarks: readonly Mark[];
  /** Fields of the signup form that the Actions read. */
  readonly bodyFields: readonly string[];
  /** Absent if there is none, or only that of an earlier version. */
  readonly verdict: Verdict | undefined;
  /** What is shown instead of a verdict. */
  readonly waiting: string;
  readonly downloads: readonly Download[];
  /** Whether completions and types can be had. */
  readonly typesNote: string;
  readonly findTypes: () => RemoteTypes | undefined;
  readonly findEventTypes: () => RemoteTypes | undefined;
}

/** What is shown of a playground, with the compiler's findings once it is loaded. */
export function useShown(playground: Playground): Reactive<Shown> {
  const { runs, signups, actions } = playground;
  const flow = computed(() => {
    const { actions: ofFlow, modules = [] } = playground.state;
    return { actions: ofFlow, modules };
  });
  const sources = computed(() => [...flow.value.actions, ...flow.value.modules]);
  const javascript = useJavaScript(sources);
  const named = computed(() =>
    sources.value.map(({ name, code, language }, index) => {
      const { code: transpiled, problem } = javascript.value[index] ?? {};
      return language ? { name, code, language, javascript: transpiled, problem } : { name, code };
    }),
  );
  const types = useTypes(() => ({
    actions: named.value.slice(0, flow.value.actions.length),
    modules: named.value.slice(flow.value.actions.length),
    selected: actions.selected,
  }));
  const names = computed(() =>
    javascript.value.map((found, index) =>
      findNames(found?.code ?? '', index < flow.value.actions.length ? 'Action' : 'module'),
    ),
  );
  function toMarks(code: string, index: number): readonly Mark[] {
    const found = index === actions.selected ? types.marks.value : [];
    // After an edit, the lines of the last run are no longer the lines of the source.
    const ran = runs.view && runs.sources[index] === code ? fromRun(runs.view, index) : [];
    const isNew = ({ line, rule }: Mark): boolean =>
      !found.some((mark) => mark.line === line && mark.rule === rule);
    return [...found, ...ran.filter(isNew)];
  }
  return reactive({
    sources: computed(() =>
      sources.value.map((source, index) => ({
        source,
        marks: toMarks(source.code, index),
        secrets: names.value[index]?.secrets ?? [],
      })),
    ),
    rows: computed(() =>
      playground.state.signups.map((signup, index) =>
        toSignupRow(signup, runs.results[index], runs.views[index]),
      ),
    ),
    requests: computed(() => (runs.result ? toRequestViews(runs.result) : [])),
    cacheChanges: computed(() => (runs.result ? toCacheChanges(runs.result) : [])),
    keptRecords: computed(
      () => toCacheView(runs.cache, Date.now() + runs.clockOffsetMs, playgroundLimits).length,
    ),
    eventMarks: useEventMarks(
      () => playground.state.signups[signups.selected]?.event ?? '',
      types.service,
    ),
    bodyFields: computed(() => [...new Set(names.value.flatMap((read) => read.bodyFields))]),
    verdict: computed(() => (playground.isStale ? undefined : runs.view?.verdict)),
    waiting: computed(() => {
      if (playground.isForeign) return waits.foreign;
      return runs.view ? waits.stale : waits.first;
    }),
    downloads: computed(() => listDownloads(flow.value, actions.selected)),
    typesNote: computed(() => typesNotes[types.state.value]),
    findTypes: () => types.service.value,
    findEventTypes: () => types.service.value?.event,
  });
}

const waits = {
  foreign: 'These Actions came with a link or from files. Read them, then press Run.',
  stale: 'The outcome below is of an earlier version. Press Run to update it.',
  first: 'Press Run to see what happens.',
};

const typesNotes = {
  loading: 'Loading types…',
  ready: 'Types loaded: Ctrl+Space completes.',
  failed: 'Types could not be loaded; everything else works.',
};
