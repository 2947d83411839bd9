import type { UserConfig } from 'vitepress';
import { readDeclarations } from './check/read-declarations.ts';

type Vite = NonNullable<UserConfig['vite']>;
type Plugin = Extract<NonNullable<Vite['plugins']>[number], { name: string }>;

/** Gives the compiler in the page its declarations. */
const declarations = (): Plugin => {
  const id = 'virtual:declarations';
  return {
    name: 'playground-declarations',
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    load(asked) {
      if (asked !== `\0${id}`) return undefined;
      // A text is quicker to read for an engine than the same as source.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(readDeclarations()))})`;
    },
  };
};

/** What the playground needs of the site's build. */
export const playgroundVite: Vite = {
  plugins: [declarations()],
  worker: { format: 'es', plugins: () => [declarations()] },
  resolve: {
    // The packages from their sources, so that the page never holds a stale build.
    conditions: ['@signup-actions/source'],
  },
  // The compiler arrives in a worker, after everything else.
  build: { chunkSizeWarningLimit: 8_000 },
};
