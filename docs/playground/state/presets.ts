import { handlerName } from '@signup-actions/runtime-core/internal';
import type { ResponseState, PlaygroundState } from './playground-state.ts';

/** An example to open: Actions, and a signup to run them on. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly actions: readonly PresetAction[];
  /** Changes to the kit's event. */
  readonly event: unknown;
  /** What services respond; absent if the Actions use none. */
  readonly responses?: PlaygroundState['responses'];
}

interface PresetAction {
  readonly name: string;
  readonly code: string;
  readonly secrets: Readonly<Record<string, string>>;
}

interface RecipeFacts {
  readonly title: string;
  readonly event?: unknown;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly responses?: readonly RecipeResponse[];
}

/** A response with the status 200, unless something else is given. */
type RecipeResponse = Pick<ResponseState, 'url'> & Partial<ResponseState>;

/** Converts the files of recipes, sorted by title. */
export const toPresets = (
  codes: Readonly<Record<string, string>>,
  facts: Readonly<Record<string, RecipeFacts>>,
): readonly Preset[] =>
  Object.entries(facts)
    .flatMap(([path, { title, event = {}, secrets = {}, responses }]) => {
      const name = path.replaceAll(/^.*\/|\.json$/g, '');
      const code = codes[path.replace(/\.json$/, '.js')];
      if (code === undefined) return [];
      const own = responses?.map((response) => ({ ...defaults, ...response }));
      return [
        {
          id: name,
          title,
          actions: [{ name, code, secrets }],
          event,
          ...(own && { responses: own }),
        },
      ];
    })
    .toSorted((first, second) => first.title.localeCompare(second.title));

const defaults = { method: 'GET', kind: 'respond', status: 200, body: '{}', delayMs: 0 } as const;

/** Combines several presets into one flow, on the event of the last. */
export const toFlow = (id: string, title: string, presets: readonly Preset[]): Preset => ({
  id,
  title,
  actions: presets.flatMap(({ actions }) => actions),
  event: presets.at(-1)?.event ?? {},
});

/** An Action that does nothing, to start from. */
export const blank: Preset = {
  id: 'blank',
  title: 'Blank Action',
  actions: [
    {
      name: 'my-action',
      code: `/** @type {import('@signup-actions/types').PreUserRegistrationAction} */
exports.${handlerName} = async (event, api) => {
};
`,
      secrets: {},
    },
  ],
  event: {},
};

/** The state that opens a preset. */
export const fromPreset = ({ actions, event, responses }: Preset): PlaygroundState => ({
  version: 1,
  ...(responses && { responses }),
  signups: [
    {
      startingPoint: 'universal-login',
      event: `${JSON.stringify(event, undefined, 2)}\n`,
      afterMs: 0,
    },
  ],
  actions: actions.map(({ name, code, secrets }) => ({
    name,
    code,
    secrets: Object.entries(secrets),
    configuration: [],
  })),
});
