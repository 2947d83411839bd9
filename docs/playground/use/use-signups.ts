import { ref, type Ref } from 'vue';
import { maxSignups, type PlaygroundState, type SignupState } from '../state/playground-state.ts';

/** The signups of the table. */
export interface Signups {
  /** Position of the selected one. */
  selected: Ref<number>;
  /** Adds a signup like the selected one, after it. */
  readonly add: () => void;
  readonly remove: () => void;
}

/** The signups of a state. */
export function useSignups(state: Ref<PlaygroundState>): Signups {
  const selected = ref(0);
  return {
    selected,
    add() {
      const { signups } = state.value;
      const like = signups[selected.value];
      if (!like || signups.length >= maxSignups) return;
      selected.value += 1;
      const { name: _, ...repeated } = like;
      signups.splice(selected.value, 0, repeated satisfies SignupState);
    },
    remove() {
      const { signups } = state.value;
      if (signups.length < 2) return;
      signups.splice(selected.value, 1);
      selected.value = Math.min(selected.value, signups.length - 1);
    },
  };
}
