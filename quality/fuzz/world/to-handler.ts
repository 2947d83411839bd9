// oxlint-disable unicorn/no-thenable -- what a handler may return
import type {
  Event,
  PreUserRegistrationAction,
  PreUserRegistrationAPI,
} from '@signup-actions/types';
import { performCall, type ScriptCall } from '@signup-actions/testing/fast-check';
import type { ActionScript, CallStep, Step } from '../scripts/script.ts';
import type { Witness } from './witness.ts';

/** A handler that does what its script says, before a witness. */
export function toHandler(script: ActionScript, witness: Witness): PreUserRegistrationAction {
  const begin = (
    event: Event,
    api: PreUserRegistrationAPI,
  ): ((step: Step) => Promise<void> | undefined) => {
    witness.seeEvent(event);
    let given: readonly unknown[] = [];
    const call = ({ method, args, guarded }: CallStep): void => {
      given = args.map(({ make }) => make());
      try {
        const answer = performCall(api, { method, args: given } as unknown as ScriptCall);
        witness.seeAnswer(method, answer, api);
      } catch (thrown) {
        witness.seeAnswer(method, 'threw', api);
        if (!guarded) throw thrown;
      }
    };
    return (step) => {
      if (step.do === 'call') call(step);
      if (step.do === 'edit-argument') given.forEach(edit);
      if (step.do === 'edit-event') editEvent(event);
      if (step.do === 'jump') witness.time.jump(step.ms);
      if (step.do === 'later')
        witness.time.timer(() => call({ ...step.call, guarded: true }), step.ms);
      if (step.do === 'throw') throw step.value.make();
      if (step.do === 'hang') return new Promise(() => {});
      return step.do === 'wait' ? witness.time.sleep(step.ms) : undefined;
    };
  };
  const runAsync = async (event: Event, api: PreUserRegistrationAPI): Promise<void> => {
    const perform = begin(event, api);
    for (const step of script.steps) {
      const pause = perform(step);
      if (pause) await pause;
    }
    if (!script.steps.some((step) => step.do === 'edit-event')) witness.seeEventAgain(event);
  };
  const handlers: Readonly<Record<ActionScript['kind'], unknown>> = {
    async: runAsync,
    plain: (event: Event, api: PreUserRegistrationAPI) =>
      script.steps.map(begin(event, api)).length,
    thenable(event: Event, api: PreUserRegistrationAPI) {
      const running = runAsync(event, api);
      return { ['then']: running.then.bind(running) };
    },
    'not-a-function': 'not a function',
    *generator() {},
    'returns-generator': (event: Event, api: PreUserRegistrationAPI) => {
      begin(event, api);
      return (function* () {})();
    },
  };
  return handlers[script.kind] as PreUserRegistrationAction;
}

function edit(value: unknown): void {
  try {
    if (typeof value === 'object') Object.assign(value as object, { edited: true });
  } catch {
    // Frozen, or a trap.
  }
}

function editEvent(event: Event): void {
  for (const part of [event, event.user, event.user.user_metadata, event.user.app_metadata])
    edit(part);
  for (const part of [event.secrets, event.configuration, event.connection]) edit(part);
  edit(Object.values(event.user.user_metadata ?? {})[0]);
}
