import { toSources, toUnrunView, type CacheEntries, type RunView } from '@signup-actions/workbench';
import {
  computed,
  onBeforeUnmount,
  ref,
  shallowRef,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue';
import { findFatalFinding } from '../check/find-fatal-finding.ts';
import { toJob } from '../run/flow-job.ts';
import { runInWorker, type Running } from '../run/run-in-worker.ts';
import type { PlaygroundState } from '../state/playground-state.ts';
import { toEvent } from '../state/to-event.ts';
import { toWorkerView } from '../view/to-worker-view.ts';

/** The runs of a page, one at a time, and the cache that they share. */
export interface Runs {
  /** The last run; absent before the first. */
  readonly view: ShallowRef<RunView | undefined>;
  /** The sources of the last run: its lines are the lines of these sources only. */
  readonly sources: ShallowRef<readonly string[]>;
  /** Whether the last run was of the current state. */
  readonly isCurrent: ComputedRef<boolean>;
  readonly cache: ShallowRef<CacheEntries>;
  readonly isRunning: Ref<boolean>;
  /** Whether the run takes long enough to show that it is running. */
  readonly isSlow: Ref<boolean>;
  /** Runs the flow, and ends one that is still running. `keepsCache` keeps what it caches for later runs. */
  readonly run: (keepsCache: boolean) => void;
  readonly stop: () => void;
  readonly forget: () => void;
}

/** Most runs end too soon to read that they are running. */
const slowMs = 300;

export function useRuns(state: Ref<PlaygroundState>): Runs {
  const view: Runs['view'] = shallowRef();
  const cache: Runs['cache'] = shallowRef([]);
  const sources: Runs['sources'] = shallowRef([]);
  const ran = ref('');
  const isCurrent = computed(() => ran.value === JSON.stringify(state.value));
  const isRunning = ref(false);
  const isSlow = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Running | undefined;

  function run(keepsCache: boolean): void {
    dismiss();
    ran.value = JSON.stringify(state.value);
    const [signup] = state.value.signups;
    if (!signup) return;
    const read = toEvent(signup);
    if (read.type === 'broken') return void (view.value = toUnrunView(read.sentence));
    const { actions, modules } = state.value;
    const job = toJob(actions, read.event, cache.value, modules);
    sources.value = toSources(job).map(({ source }) => source);
    const fatal = findFatalFinding(job.actions);
    if (fatal) return void (view.value = toUnrunView(fatal.message, fatal.place));
    isRunning.value = true;
    timer = setTimeout(() => (isSlow.value = true), slowMs);
    running = runInWorker(job, (result) => {
      settle();
      view.value = toWorkerView(job, result);
      if (keepsCache && result.type === 'outcome') cache.value = result.cache;
    });
  }

  function dismiss(): void {
    running?.dismiss();
    running = undefined;
    settle();
  }

  function settle(): void {
    clearTimeout(timer);
    isRunning.value = isSlow.value = false;
  }

  function forget(): void {
    dismiss();
    cache.value = [];
    view.value = undefined;
    ran.value = '';
  }

  onBeforeUnmount(dismiss);
  const stop = (): void => running?.stop();
  return { view, sources, isCurrent, cache, isRunning, isSlow, run, stop, forget };
}
