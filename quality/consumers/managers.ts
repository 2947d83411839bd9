import type { Tarballs } from './pack.ts';

/** How a package manager gets the packed packages, also for one another, and runs scripts. */
export interface Manager {
  /** The packages that have its command, if npm does not bring it. */
  readonly packages?: readonly string[];
  /** What the manifest needs besides its dependencies. */
  readonly manifest?: (overrides: Tarballs) => object;
  /** Its settings, by the names of their files. */
  readonly files?: (overrides: Tarballs) => Readonly<Record<string, string>>;
  readonly install: readonly string[];
}

const createYarn = (linker: 'pnp' | 'node-modules'): Manager => ({
  packages: ['@yarnpkg/cli-dist@4.18.1'],
  manifest: (resolutions) => ({ resolutions }),
  files: () => ({
    '.yarnrc.yml': `nodeLinker: ${linker}\nenableTelemetry: false\nenableImmutableInstalls: false\n`,
    // Marks the root of a project.
    'yarn.lock': '',
  }),
  install: ['yarn', 'install'],
});

/** The package managers by name. */
export const managers = {
  npm: {
    manifest: (overrides) => ({ overrides }),
    install: ['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline'],
  },
  pnpm: {
    files: (overrides) => ({ 'pnpm-workspace.yaml': JSON.stringify({ overrides }) }),
    install: ['pnpm', 'install', '--no-frozen-lockfile', '--prefer-offline'],
  },
  'yarn-pnp': createYarn('pnp'),
  'yarn-node-modules': createYarn('node-modules'),
} as const satisfies Readonly<Record<string, Manager>>;

/** `npm`, `pnpm`, and Yarn with each way to install. */
export type ManagerName = keyof typeof managers;
