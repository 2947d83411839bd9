import type { PlaygroundState } from './playground-state.ts';

/** A recipe of the documentation: code, and what to try it on. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  /** Laid over the kit's event. */
  readonly event: unknown;
  readonly secrets: Readonly<Record<string, string>>;
}

interface RecipeFacts {
  readonly title: string;
  readonly event?: unknown;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** Recipes from their files, sorted by title. */
export const toPresets = (
  codes: Readonly<Record<string, string>>,
  facts: Readonly<Record<string, RecipeFacts>>,
): readonly Preset[] =>
  Object.entries(facts)
    .flatMap(([path, { title, event = {}, secrets = {} }]) => {
      const id = path.replace(/^.*\/|\.json$/g, '');
      const code = codes[path.replace(/\.json$/, '.js')];
      return code === undefined ? [] : [{ id, title, code, event, secrets }];
    })
    .toSorted((first, second) => first.title.localeCompare(second.title));

/** The state that a preset opens with. */
export const fromPreset = ({ id, code, event, secrets }: Preset): PlaygroundState => ({
  version: 1,
  startingPoint: 'universal-login',
  event: `${JSON.stringify(event, undefined, 2)}\n`,
  actions: [{ name: id, code, secrets: Object.entries(secrets), configuration: [] }],
});
