import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { Opened, TraceChoice } from '../open/opened.ts';
import type { Replaced } from '../state/kept.ts';
import type { PlaygroundState } from '../state/playground-state.ts';
import type { Runs } from './use-runs.ts';

/** The files that were opened last, and what else is in them. */
export interface Files {
  readonly openCode: (opened: Opened) => void;
  /** The trace whose other signups can be opened; absent if there is none. */
  readonly choice: ShallowRef<TraceChoice | undefined>;
  /** Opens the signups at these positions of the trace instead of those that are open. */
  readonly choose: (positions: readonly number[]) => void;
  /** Test cases of which one is open, by title; absent if there are not several. */
  readonly cases: ShallowRef<Opened['cases']>;
  /** The title of the open one. */
  readonly openedCase: Ref<string>;
  readonly openCase: (title: string) => Promise<void>;
  /** Called when something else is shown. */
  readonly forget: () => void;
}

/** What files replace. */
export interface FilesOptions {
  readonly state: Ref<PlaygroundState>;
  readonly isForeign: Ref<boolean>;
  readonly note: Ref<string>;
  readonly runs: Pick<Runs, 'forget' | 'showRecorded'>;
  /** Shows another state; `keeps` says whether the current one can be restored. */
  readonly replace: (next: Replaced, keeps?: boolean) => void;
  readonly keep: () => void;
}

/** Shows what was opened, and what else is in the files. */
export function useFiles({ state, isForeign, note, runs, replace, keep }: FilesOptions): Files {
  const choice: Files['choice'] = shallowRef();
  const cases: Files['cases'] = shallowRef();
  const openedCase = ref('');
  /** What the files brought, as long as nothing of it was edited. */
  let brought = '';

  function forget(): void {
    choice.value = undefined;
    cases.value = undefined;
  }

  function show(opened: Opened, keeps?: boolean): void {
    const { recorded, notes, isOwn = false, choice: _, cases: __, ...code } = opened;
    const { modules: ___, ...others } = state.value;
    // A signup that was opened does not find what is on the page.
    if (code.signups) delete others.records;
    replace({ state: { ...others, ...code }, isForeign: isOwn ? isForeign.value : true }, keeps);
    if (recorded) runs.showRecorded(recorded);
    const names = code.actions.map(({ name }) => name).join(', ');
    note.value = [...(isOwn ? [] : [`Opened: ${names}.`]), ...notes].join(' ');
    brought = JSON.stringify(state.value);
  }

  return {
    choice,
    cases,
    openedCase,
    forget,
    openCode(opened) {
      show(opened);
      choice.value = opened.choice;
      cases.value = opened.cases;
      openedCase.value = opened.cases?.keys().next().value ?? '';
    },
    choose(positions) {
      if (!choice.value) return;
      const { signups, recorded, notes } = choice.value.open(positions);
      const { actions, modules } = JSON.parse(brought) as PlaygroundState;
      const { actions: ownActions, modules: ownModules, signups: own } = state.value;
      const { signups: before } = JSON.parse(brought) as PlaygroundState;
      if (JSON.stringify(own) !== JSON.stringify(before)) keep();
      state.value = { ...state.value, signups };
      runs.forget();
      const isSameCode =
        JSON.stringify([actions, modules]) === JSON.stringify([ownActions, ownModules]);
      if (isSameCode) runs.showRecorded(recorded);
      note.value = isSameCode ? notes.join(' ') : '';
      brought = JSON.stringify({ ...state.value, actions, modules });
    },
    async openCase(title) {
      const all = cases.value;
      const open = all?.get(title);
      if (!open) return;
      try {
        show(await open(), JSON.stringify(state.value) !== brought);
        openedCase.value = title;
        cases.value = all;
      } catch (error) {
        note.value = (error as Error).message;
      }
    },
  };
}
