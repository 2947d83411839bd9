import { blank, toFlow, toPresets, type Preset } from './presets.ts';

const recipes = toPresets(
  import.meta.glob('../../recipes/*.js', { query: '?raw', import: 'default', eager: true }),
  import.meta.glob(['../../recipes/*.json', '!../../recipes/{package,tsconfig}.json'], {
    import: 'default',
    eager: true,
  }),
);

const find = (id: string): Preset => {
  const found = recipes.find((recipe) => recipe.id === id);
  if (!found) throw new Error(`The documentation has no recipe ${id}.`);
  return found;
};

/** The flow that the playground opens with, the recipes of the documentation, and an empty Action. */
export const presets: readonly [Preset, ...Preset[]] = [
  toFlow(
    'flow',
    'A flow of three Actions',
    ['rate-limit', 'invite-codes', 'block-domains'].map(find),
  ),
  ...recipes,
  blank,
];
