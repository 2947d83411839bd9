import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { LinkContent } from '../state/link.ts';
import type { PlaygroundState } from '../state/playground-state.ts';
import { fromPreset, type Preset } from '../state/presets.ts';
import { useActions, type Actions } from './use-actions.ts';
import { useLink } from './use-link.ts';
import { useRuns, type Runs } from './use-runs.ts';

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
  readonly replaced: ShallowRef<PlaygroundState | undefined>;
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
  const replaced = shallowRef<PlaygroundState>();
  const runs = useRuns(state);
  const actions = useActions(state);
  const link = useLink(take);
  const preset = computed(() => {
    const shown = JSON.stringify(state.value);
    return presets.find((known) => JSON.stringify(fromPreset(known)) === shown)?.id ?? '';
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    state,
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => isLive.value && !isForeign.value && runs.run(false), pauseMs);
    },
    { deep: true },
  );

  /** Shows another state in place of the present one, which can be brought back. */
  function show(next: PlaygroundState): void {
    replaced.value = preset.value === '' ? JSON.parse(JSON.stringify(state.value)) : undefined;
    state.value = next;
    actions.selected.value = 0;
    runs.forget();
  }

  function take(content: LinkContent): void {
    if (content.type === 'state') {
      // What somebody else wrote runs when the visitor says so, and not before.
      isForeign.value = true;
      return show(content.state);
    }
    if (content.type === 'broken') link.note.value = content.sentence;
    if (!isForeign.value) runs.run(false);
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
    open(id) {
      const found = presets.find((known) => known.id === id);
      if (!found) return;
      isForeign.value = false;
      link.note.value = '';
      show(fromPreset(found));
    },
    remove() {
      replaced.value = JSON.parse(JSON.stringify(state.value)) as PlaygroundState;
      actions.remove();
    },
    restore() {
      if (replaced.value) state.value = replaced.value;
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
