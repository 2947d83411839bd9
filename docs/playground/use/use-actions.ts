import { handlerName } from '@signup-actions/runtime-core/internal';
import { ref, type Ref } from 'vue';
import type { ActionState, ModuleState, PlaygroundState } from '../state/playground-state.ts';
import { toFreeName } from '../state/to-free-name.ts';

/** The Actions of the flow and their modules, as tabs. */
export interface Actions {
  /** Position of the selected one: the Actions come first, then the modules. */
  selected: Ref<number>;
  readonly add: () => void;
  readonly addModule: () => void;
  readonly remove: () => void;
  /** Moves the selected Action to an earlier or later place in the flow. */
  readonly move: (by: -1 | 1) => void;
  /** Renames the selected one; a number is added to a name that another has. */
  readonly rename: (name: string) => void;
}

/** The Actions of a state, and its modules. */
export function useActions(state: Ref<PlaygroundState>): Actions {
  const selected = ref(0);
  /** The list that the selected one is in, and its position there. */
  const locate = (): readonly [list: (ActionState | ModuleState)[], index: number] => {
    const { actions, modules = [] } = state.value;
    const { length } = actions;
    return selected.value < length ? [actions, selected.value] : [modules, selected.value - length];
  };
  return {
    selected,
    add() {
      const { actions } = state.value;
      const name = toFreeName(`action-${actions.length + 1}`, actions);
      actions.push({ name, code: actionTemplate, secrets: [], configuration: [] });
      selected.value = actions.length - 1;
    },
    addModule() {
      const { actions, modules = [] } = state.value;
      const name = toFreeName(`module-${modules.length + 1}`, modules);
      state.value.modules = [...modules, { name, code: moduleTemplate, secrets: [] }];
      selected.value = actions.length + modules.length;
    },
    remove() {
      const [list, index] = locate();
      list.splice(index, 1);
      const { actions, modules } = state.value;
      // An example has no list of modules, and is known as unchanged again.
      if (modules?.length === 0) delete state.value.modules;
      selected.value = Math.min(selected.value, actions.length + (modules?.length ?? 0) - 1);
    },
    move(by) {
      const { actions } = state.value;
      const [moved] = actions.splice(selected.value, 1);
      if (!moved) return;
      selected.value += by;
      actions.splice(selected.value, 0, moved);
    },
    rename(name) {
      const [list, index] = locate();
      const renamed = list[index];
      if (!renamed || name.trim() === '') return;
      const others = list.filter((other) => other !== renamed);
      renamed.name = toFreeName(name.trim().slice(0, 90), others);
    },
  };
}

const actionTemplate = `/** @type {import('@signup-actions/types').PreUserRegistrationAction} */
exports.${handlerName} = async (event, api) => {
  api.user.setAppMetadata('country', event.request.geoip.countryCode ?? 'unknown');
};
`;

const moduleTemplate = `// Its secrets are in actions.secrets. An Action requires it by its name.
exports.isWorkAddress = (email) => !/@(gmail|outlook)\\.com$/i.test(email);
`;
