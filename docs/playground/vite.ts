import type { UserConfig } from 'vitepress';
import { readDeclarations } from './check/read-declarations.ts';

type Vite = NonNullable<UserConfig['vite']>;
type Plugin = Extract<NonNullable<Vite['plugins']>[number], { name: string }>;

/** Provides the declarations for the compiler in the page. */
const declarations = (): Plugin => {
  const id = 'virtual:declarations';
  return {
    name: 'playground-declarations',
    resolveId: (requested) => (requested === id ? `\0${id}` : undefined),
    load(requested) {
      if (requested !== `\0${id}`) return undefined;
      // Engines parse JSON faster than the same data as source.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(readDeclarations()))})`;
    },
  };
};

/** The settings that the playground adds to the site's build. */
export const playgroundVite: Vite = {
  plugins: [declarations()],
  worker: { format: 'es', plugins: () => [declarations()] },
  resolve: {
    // The packages from their sources, so that the page never contains a stale build.
    conditions: ['@signup-actions/source'],
  },
  // The compiler is loaded by a worker, after everything else.
  build: { chunkSizeWarningLimit: 8_000 },
};
