import { computed, reactive, ref, shallowRef, watch, type Reactive } from 'vue';
import type { LinkContent } from '../state/link.ts';
import type { PlaygroundState } from '../state/playground-state.ts';
import { keepInTab, readFromTab, type Replaced } from '../state/kept.ts';
import { fromPreset, type Preset } from '../state/presets.ts';
import { useActions, type Actions } from './use-actions.ts';
import { takeExample } from './take-example.ts';
import { useFiles, type Files } from './use-files.ts';
import { useLink } from './use-link.ts';
import { useRuns, type Runs } from './use-runs.ts';
import { useSignups, type Signups } from './use-signups.ts';

/** Everything that the page does, but not how it looks. */
export interface Playground {
  readonly state: PlaygroundState;
  readonly runs: Reactive<Runs>;
  readonly actions: Reactive<Actions>;
  readonly signups: Reactive<Signups>;
  readonly files: Reactive<Files>;
  /** Id of the example that is shown unchanged; empty once it has been edited. */
  readonly preset: string;
  /** Whether edits run by themselves. */
  isLive: boolean;
  /** Whether the page takes the whole width of the window. */
  isWide: boolean;
  /** Whether a link brought the Actions and the visitor has not run them yet. */
  readonly isForeign: boolean;
  /** One sentence about the link that was opened or shared. */
  note: string;
  /** The visitor's state before it was replaced. */
  readonly replaced: Replaced | undefined;
  /** Whether the outcome is of an earlier version and stays so until the visitor runs the flow. */
  readonly isStale: boolean;
  readonly open: (id: string) => void;
  readonly remove: () => void;
  readonly restore: () => void;
  readonly run: () => void;
  /** Empties the cache, and shows what the signups lead to without it. */
  readonly clearCache: () => void;
  readonly share: () => Promise<void>;
}

const notKept = 'Your work cannot be kept in this tab, so a reload loses it.';

/** How long after the last edit the flow runs. */
const pauseMs = 150;

/** The playground, which opens with what the tab has kept, or else with the first preset. */
export function usePlayground(presets: readonly [Preset, ...Preset[]]): Playground {
  const kept = readFromTab();
  const state = ref(kept?.state ?? fromPreset(presets[0]));
  const isLive = ref(true);
  const isWide = ref(kept?.isWide ?? false);
  const isForeign = ref(kept?.isForeign ?? false);
  const replaced = shallowRef<Replaced | undefined>(kept?.replaced);
  const signups = useSignups(state);
  const runs = useRuns(state, signups.selected);
  const actions = useActions(state);
  if (kept) {
    runs.cache.value = kept.cache;
    runs.clockOffsetMs.value = kept.clockOffsetMs;
    signups.selected.value = Math.min(kept.selectedSignup, kept.state.signups.length - 1);
    const { length } = [...kept.state.actions, ...(kept.state.modules ?? [])];
    actions.selected.value = Math.min(kept.selected, length - 1);
  }
  const link = useLink(take);
  const preset = computed(() => {
    const shown = JSON.stringify(state.value);
    return presets.find((known) => JSON.stringify(fromPreset(known)) === shown)?.id ?? '';
  });

  const runsEdits = computed(() => isLive.value && !isForeign.value);
  const isStale = computed(() => !runs.isCurrent.value && !runsEdits.value);
  const runEdit = (): void => {
    if (runsEdits.value && !runs.isCurrent.value) runs.run(false);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    state,
    () => {
      clearTimeout(timer);
      timer = setTimeout(runEdit, pauseMs);
      link.leave();
    },
    { deep: true },
  );
  watch(isLive, runEdit);
  watch(
    [state, isWide, isForeign, replaced, runs.cache, actions.selected, signups.selected],
    () => {
      const isKept = keepInTab({
        state: state.value,
        isForeign: isForeign.value,
        isWide: isWide.value,
        replaced: replaced.value,
        cache: runs.cache.value,
        clockOffsetMs: runs.clockOffsetMs.value,
        selected: actions.selected.value,
        selectedSignup: signups.selected.value,
      });
      if (!isKept) link.note.value = notKept;
      else if (link.note.value === notKept) link.note.value = '';
    },
    { deep: true },
  );

  /** Keeps the current state, so that it can be restored. */
  function keep(): void {
    const copy = JSON.parse(JSON.stringify(state.value)) as PlaygroundState;
    replaced.value = { state: copy, isForeign: isForeign.value };
  }

  function show(next: Replaced): void {
    state.value = next.state;
    isForeign.value = next.isForeign;
    actions.selected.value = 0;
    signups.selected.value = 0;
    runs.forget();
    files.forget();
  }

  /** Replaces the current state, which by default can be restored unless it is an example or the same as the next. */
  function replace(next: Replaced, keeps = preset.value === ''): void {
    if (JSON.stringify(state.value) === JSON.stringify(next.state)) {
      isForeign.value = next.isForeign;
      return;
    }
    if (keeps) keep();
    show(next);
  }

  function take(content: LinkContent, isFirst: boolean): void {
    // Code from a link runs only if the visitor runs it.
    if (content.type === 'state') return replace({ state: content.state, isForeign: true });
    if (content.type === 'broken') {
      const isReplaced = isFirst && !kept;
      const instead = isReplaced ? 'the first example is shown instead' : 'nothing was changed';
      link.note.value = `${content.sentence}, so ${instead}.`;
    }
    if (!isFirst) return;
    const example = content.type === 'none' ? takeExample() : undefined;
    if (example !== undefined) open(example);
    if (!isForeign.value) runs.run(false);
  }

  function open(id: string): void {
    const found = presets.find((known) => known.id === id);
    link.note.value = found ? '' : `There is no example ${id}, so nothing was changed.`;
    if (found) replace({ state: fromPreset(found), isForeign: false });
  }

  const files = useFiles({ state, isForeign, note: link.note, runs, replace, keep });

  return reactive({
    state,
    runs,
    actions,
    signups,
    files,
    preset,
    isLive,
    isWide,
    isForeign,
    note: link.note,
    replaced,
    isStale,
    open,
    remove() {
      keep();
      actions.remove();
    },
    restore() {
      if (replaced.value) show(replaced.value);
      replaced.value = undefined;
    },
    run() {
      isForeign.value = false;
      runs.run(true);
    },
    clearCache() {
      runs.reset();
      if (runsEdits.value) runs.run(false);
    },
    async share() {
      if (!(await link.share(state.value))) return;
      const { actions: shared, modules = [] } = state.value;
      const hasSecrets = [...shared, ...modules].some(({ secrets }) => secrets.length > 0);
      if (hasSecrets) link.note.value += ' It contains the values of the secrets.';
    },
  });
}
