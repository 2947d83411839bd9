import { createViteServer } from 'vitest/node';
import { packagesFromSources } from '../../vitest.sources.ts';
import { applyPatch, type Patch } from './apply-patch.ts';

/** Flows to draw before a mistake counts as unnoticed, and the time for them. */
const runs = 400_000;
const maxMs = 60_000;

/** What became of a planted mistake. */
export interface Hunt {
  /** Why it was not found; absent when it was. */
  readonly problem?: string;
  /** The script that shows it. */
  readonly finding?: string;
  readonly runs: number;
  readonly ms: number;
}

/** Plants a mistake in an engine in memory, and draws flows until one of them shows it. */
export async function findBug(patch: Patch, seed: number): Promise<Hunt> {
  const applied: string[] = [];
  const server = await createViteServer({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    ...packagesFromSources,
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    plugins: [applyPatch(patch, applied)],
  });
  try {
    const { fuzz } = (await server.ssrLoadModule(
      '/quality/fuzz/check/property.ts',
    )) as typeof import('../fuzz/check/property.ts');
    if (applied.length !== 1) return failed(`the patch was applied ${applied.length} times`);
    const began = performance.now();
    const { finding, runs: drawn } = await fuzz({ seed, runs, maxMs });
    const ms = performance.now() - began;
    if (finding === undefined) return { problem: 'NOT FOUND', runs: drawn, ms };
    return { finding, runs: drawn, ms };
  } finally {
    await server.close();
  }
}

const failed = (problem: string): Hunt => ({ problem, runs: 0, ms: 0 });
