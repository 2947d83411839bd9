import { toSources, type CacheEntries, type RunView } from '@signup-actions/workbench';
import {
  computed,
  onBeforeUnmount,
  ref,
  shallowRef,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue';
import type { RecordedRun } from '../open/opened.ts';
import { toActions } from '../run/flow-job.ts';
import type { Running } from '../run/run-in-worker.ts';
import { runSignups, type SignupRun } from '../run/run-signups.ts';
import type { PlaygroundState } from '../state/playground-state.ts';
import { toSignupView } from '../view/to-signup-view.ts';

/** The runs of the table of signups, and the cache and the clock that are kept between them. */
export interface Runs {
  /** What each signup led to; absent before its first run. */
  readonly results: ShallowRef<readonly (SignupRun | undefined)[]>;
  /** The result of the selected signup. */
  readonly result: ComputedRef<SignupRun | undefined>;
  /** What the page shows of each. */
  readonly views: ComputedRef<readonly (RunView | undefined)[]>;
  readonly view: ComputedRef<RunView | undefined>;
  /** The sources of the last run: its lines are the lines of these sources only. */
  readonly sources: ShallowRef<readonly string[]>;
  /** Whether the last run was of the current state. */
  readonly isCurrent: ComputedRef<boolean>;
  /** What the first signup finds. */
  readonly cache: ShallowRef<CacheEntries>;
  /** How far the clock is ahead of the real one before the first signup, in milliseconds. */
  readonly clockOffsetMs: Ref<number>;
  readonly isRunning: Ref<boolean>;
  /** Whether the selected signup takes long enough to show that it is running. */
  readonly isSlow: ComputedRef<boolean>;
  /** Runs all signups, and ends a run that is going on. `keeps` keeps its cache and its time for later runs. */
  readonly run: (keeps: boolean) => void;
  /** Shows recorded runs as those of the current state. */
  readonly showRecorded: (recorded: readonly RecordedRun[]) => void;
  readonly stop: () => void;
  /** Empties the cache, and sets the clock to the real time. */
  readonly reset: () => void;
  readonly forget: () => void;
}

/** Most runs end too soon to read that they are running. */
const slowMs = 300;

export function useRuns(state: Ref<PlaygroundState>, selected: Ref<number>): Runs {
  const results: Runs['results'] = shallowRef([]);
  const result = computed(() => results.value[selected.value]);
  const views = computed(() => results.value.map((each) => each && toSignupView(each)));
  const view = computed(() => views.value[selected.value]);
  const cache: Runs['cache'] = shallowRef([]);
  const clockOffsetMs = ref(0);
  const sources: Runs['sources'] = shallowRef([]);
  const ran = ref('');
  const isCurrent = computed(() => ran.value === JSON.stringify(state.value));
  const isRunning = ref(false);
  const isLong = ref(false);
  /** How many signups have a result of the run that is going on. */
  const done = ref(0);
  const isSlow = computed(() => isLong.value && selected.value >= done.value);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Running | undefined;

  function run(keeps: boolean): void {
    dismiss();
    ran.value = JSON.stringify(state.value);
    const copy = JSON.parse(ran.value) as PlaygroundState;
    sources.value = toSources({ actions: toActions(copy) }).map(({ source }) => source);
    isRunning.value = true;
    done.value = 0;
    timer = setTimeout(() => (isLong.value = true), slowMs);
    const start = { cache: cache.value, clockOffsetMs: clockOffsetMs.value };
    running = runSignups(copy, start, {
      onRun(index, signupRun) {
        done.value = Math.max(done.value, index + 1);
        results.value = copy.signups.map((_, position) =>
          position === index ? signupRun : results.value[position],
        );
      },
      onEnd(end) {
        settle();
        if (!keeps || copy.records) return;
        cache.value = end.cache;
        clockOffsetMs.value = end.clockOffsetMs;
      },
    });
  }

  function showRecorded(recorded: readonly RecordedRun[]): void {
    dismiss();
    ran.value = JSON.stringify(state.value);
    sources.value = toSources({ actions: toActions(state.value) }).map(({ source }) => source);
    results.value = recorded.map(({ before, after, time, ...flow }) => ({
      flow,
      before,
      after,
      time,
    }));
  }

  function dismiss(): void {
    running?.dismiss();
    running = undefined;
    settle();
  }

  function settle(): void {
    clearTimeout(timer);
    isRunning.value = isLong.value = false;
  }

  function reset(): void {
    cache.value = [];
    clockOffsetMs.value = 0;
  }

  function forget(): void {
    dismiss();
    reset();
    results.value = [];
    ran.value = '';
  }

  onBeforeUnmount(dismiss);
  return {
    results,
    result,
    views,
    view,
    sources,
    isCurrent,
    cache,
    clockOffsetMs,
    isRunning,
    isSlow,
    run,
    showRecorded,
    stop: () => running?.stop(),
    reset,
    forget,
  };
}
