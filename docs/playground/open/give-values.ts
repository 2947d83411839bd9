import { findNames } from '../check/find-names.ts';
import type { ModuleState, PlaygroundState, Settings } from '../state/playground-state.ts';

type Code = Pick<PlaygroundState, 'actions' | 'modules'>;

/** Values by name. `NAME.KEY` is the secret `KEY` of the Actions module `NAME`. */
export interface Values {
  readonly secrets: Readonly<Record<string, string>>;
  readonly configuration: Settings;
}

/** Code with the values of its secrets and its configuration. */
export function giveValues(
  { actions, modules = [] }: Code,
  { secrets, configuration }: Values,
): Code {
  const all = Object.entries(secrets);
  const isOfModule = (key: string): boolean =>
    modules.some(({ name }) => key.startsWith(`${name}.`));
  const ofActions = all.filter(([key]) => !isOfModule(key));
  const read = actions.map(
    (action) => new Set([...findNames(action.code).secrets, ...action.secrets.map(([own]) => own)]),
  );
  /** A secret that no Action reads by its name is one that any of them may read. */
  const isFor = (name: string, index: number): boolean =>
    read[index]?.has(name) === true || read.every((names) => !names.has(name));
  return {
    actions: actions.map((action, index) => ({
      ...action,
      secrets: merge(
        action.secrets,
        ofActions.filter(([name]) => isFor(name, index)),
      ),
      configuration: merge(action.configuration, configuration),
    })),
    ...(modules.length > 0 && {
      modules: modules.map((module) => ({
        ...module,
        secrets: merge(module.secrets, listOfModule(module, all)),
      })),
    }),
  };
}

function listOfModule({ name }: ModuleState, all: Settings): Settings {
  const prefix = `${name}.`;
  return all.flatMap(([key, value]): Settings =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
  );
}

/** The settings with these values. */
function merge(settings: Settings, values: Settings): Settings {
  const given = new Map(values);
  const known = new Set(settings.map(([name]) => name));
  return [
    ...settings.map(([name, value]): [string, string] => [name, given.get(name) ?? value]),
    ...values.filter(([name]) => !known.has(name)),
  ];
}
