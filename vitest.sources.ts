const conditions = ['@signup-actions/source', 'module', 'node', 'development|production'];

/** Settings for Vite and Vitest: inside the workspace, packages mean their sources. */
export const packagesFromSources = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};
