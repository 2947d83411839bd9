import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { LinkContent } from '../state/link.ts';
import type { PlaygroundState } from '../state/playground-state.ts';
import { fromPreset, type Preset } from '../state/presets.ts';
import { useActions, type Actions } from './use-actions.ts';
import { useLink } from './use-link.ts';
import { useRuns, type Runs } from './use-runs.ts';

/** A state that can be brought back, and whether it is somebody else's. */
interface Replaced {
  readonly state: PlaygroundState;
  readonly isForeign: boolean;
}

/** All that the page does, apart from how it looks. */
export interface Playground {
  readonly state: Ref<PlaygroundState>;
  readonly runs: Runs;
  readonly actions: Actions;
  /** The example that is shown unchanged; empty once it has been edited. */
  readonly preset: ComputedRef<string>;
  /** Whether what is typed runs by itself. */
  readonly isLive: Ref<boolean>;
  /** Whether a link brought the Actions, and nobody has asked to run them. */
  readonly isForeign: Ref<boolean>;
  /** One sentence on the link or the example that was opened. */
  readonly note: Ref<string>;
  /** What the visitor had before it was replaced. */
  readonly replaced: ShallowRef<Replaced | undefined>;
  /** Whether the outcome is of an earlier version, and stays so until somebody asks for another. */
  readonly isStale: ComputedRef<boolean>;
  readonly open: (id: string) => void;
  readonly remove: () => void;
  readonly restore: () => void;
  readonly run: () => void;
  readonly share: () => Promise<void>;
}

/** How long nobody must have typed before it runs. */
const pauseMs = 400;

export function usePlayground(presets: readonly [Preset, ...Preset[]]): Playground {
  const state = ref(fromPreset(presets[0]));
  const isLive = ref(true);
  const isForeign = ref(false);
  const replaced = shallowRef<Replaced>();
  const runs = useRuns(state);
  const actions = useActions(state);
  const link = useLink(take);
  const preset = computed(() => {
    const shown = JSON.stringify(state.value);
    return presets.find((known) => JSON.stringify(fromPreset(known)) === shown)?.id ?? '';
  });

  const rehearses = computed(() => isLive.value && !isForeign.value);
  const isStale = computed(() => !runs.isCurrent.value && !rehearses.value);
  const rehearse = (): void => {
    if (rehearses.value && !runs.isCurrent.value) runs.run(false);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    state,
    () => {
      clearTimeout(timer);
      timer = setTimeout(rehearse, pauseMs);
      link.leave();
    },
    { deep: true },
  );
  watch(isLive, rehearse);

  /** Keeps the present state, so that it can be brought back as what it is. */
  function keep(): void {
    const kept = JSON.parse(JSON.stringify(state.value)) as PlaygroundState;
    replaced.value = { state: kept, isForeign: isForeign.value };
  }

  function show(next: Replaced): void {
    state.value = next.state;
    isForeign.value = next.isForeign;
    actions.selected.value = 0;
    runs.forget();
  }

  /** Shows another state in place of the present one, which can be brought back where it is no example. */
  function replace(next: Replaced): void {
    if (preset.value === '') keep();
    else replaced.value = undefined;
    show(next);
  }

  function take(content: LinkContent, isFirst: boolean): void {
    // What somebody else wrote runs when the visitor says so, and not before.
    if (content.type === 'state') return replace({ state: content.state, isForeign: true });
    if (content.type === 'broken') {
      const instead = isFirst ? 'here is the first example instead' : 'nothing was changed';
      link.note.value = `${content.sentence}, so ${instead}.`;
    }
    if (isFirst) runs.run(false);
  }

  return {
    state,
    runs,
    actions,
    preset,
    isLive,
    isForeign,
    note: link.note,
    replaced,
    isStale,
    open(id) {
      const found = presets.find((known) => known.id === id);
      if (!found) return;
      link.note.value = '';
      replace({ state: fromPreset(found), isForeign: false });
    },
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
    async share() {
      await link.share(state.value);
      const hasSecrets = state.value.actions.some(({ secrets }) => secrets.length > 0);
      if (hasSecrets) link.note.value += ' It holds the values of the secrets, too.';
    },
  };
}
