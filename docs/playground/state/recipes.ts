import { toPresets, type Preset } from './presets.ts';

/** The recipes of the documentation. */
export const recipes: readonly Preset[] = toPresets(
  import.meta.glob('../../recipes/*.js', { query: '?raw', import: 'default', eager: true }),
  import.meta.glob(['../../recipes/*.json', '!../../recipes/{package,tsconfig}.json'], {
    import: 'default',
    eager: true,
  }),
);
