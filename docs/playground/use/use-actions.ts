import { ref, type Ref } from 'vue';
import { handlerName } from '@signup-actions/runtime-core/internal';
import type { ActionState, PlaygroundState } from '../state/playground-state.ts';

/** The Actions of the flow, as tabs. */
export interface Actions {
  /** Position of the selected one. */
  readonly selected: Ref<number>;
  readonly add: () => void;
  readonly remove: () => void;
  /** Moves the selected one to an earlier or later place in the flow. */
  readonly move: (by: -1 | 1) => void;
  /** Renames the selected one; a number is added to a name that another has. */
  readonly rename: (name: string) => void;
}

/** The Actions of a state. */
export function useActions(state: Ref<PlaygroundState>): Actions {
  const selected = ref(0);
  const isTaken = (name: string, except?: ActionState): boolean =>
    state.value.actions.some((action) => action !== except && action.name === name);
  const toFreeName = (name: string, except?: ActionState): string => {
    let free = name;
    for (let number = 2; isTaken(free, except); number += 1) free = `${name}-${number}`;
    return free;
  };
  return {
    selected,
    add() {
      const { actions } = state.value;
      const name = toFreeName(`action-${actions.length + 1}`);
      actions.push({ name, code: template, secrets: [], configuration: [] });
      selected.value = actions.length - 1;
    },
    remove() {
      const { actions } = state.value;
      actions.splice(selected.value, 1);
      selected.value = Math.min(selected.value, actions.length - 1);
    },
    move(by) {
      const { actions } = state.value;
      const [moved] = actions.splice(selected.value, 1);
      if (!moved) return;
      selected.value += by;
      actions.splice(selected.value, 0, moved);
    },
    rename(name) {
      const action = state.value.actions[selected.value];
      if (action && name.trim() !== '') action.name = toFreeName(name.trim().slice(0, 90), action);
    },
  };
}

const template = `/** @type {import('@signup-actions/types').PreUserRegistrationAction} */
exports.${handlerName} = async (event, api) => {
  api.user.setAppMetadata('country', event.request.geoip.countryCode ?? 'unknown');
};
`;
