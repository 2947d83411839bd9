import { createViteServer, createVitest, type Vite } from 'vitest/node';
import { packagesFromSources } from '../../vitest.sources.ts';
import { createPlanter, type Net, type PlantedMistake } from './planted-mistake.ts';

/** Whether a net noticed a mistake. */
export interface Result {
  readonly isNoticed: boolean;
  /** What it took, or why the mistake was not noticed. */
  readonly detail: string;
}

/** The fuzzer gives up after this many scripts, or after this time. */
const maxRuns = 400_000;
const maxMs = 60_000;

const laws = 'packages/runtime-core/test/laws';
const root = new URL('../..', import.meta.url).pathname;

/** Plants a mistake in an engine in memory, and returns whether the net notices it. */
export function cast(mistake: PlantedMistake, net: Net, seed: number): Promise<Result> {
  return net === 'fuzzer' ? fuzz(mistake, seed) : checkLaw(mistake, net);
}

/** Every mistake gets a new engine; the server keeps what does not change: the transformed sources. */
const planter = createPlanter();
let planted = '';
let fuzzerServer: Promise<Vite.ViteDevServer> | undefined;

const startServer = (): Promise<Vite.ViteDevServer> =>
  createViteServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    ...packagesFromSources,
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    plugins: [planter.plugin],
  });

async function fuzz(mistake: PlantedMistake, seed: number): Promise<Result> {
  const server = await (fuzzerServer ??= startServer());
  const { runner, moduleGraph } = server.environments.ssr as Vite.RunnableDevEnvironment;
  for (const file of [planted, mistake.file])
    for (const module of moduleGraph.getModulesByFile(`${root}packages/runtime-core/src/${file}`) ??
      [])
      moduleGraph.invalidateModule(module);
  planted = mistake.file;
  planter.plant(mistake);
  runner.clearCache();
  const property = await runner.import<typeof import('../fuzz/check/property.ts')>(
    '/quality/fuzz/check/property.ts',
  );
  if (planter.count() !== 1) return missed(`it was planted ${planter.count()} times`);
  const { finding, runs } = await property.fuzz({ seed, runs: maxRuns, maxMs });
  const scripts = `${runs.toLocaleString('en')} scripts`;
  return finding === undefined
    ? missed(`NOT NOTICED in ${scripts}`)
    : { isNoticed: true, detail: scripts };
}

async function checkLaw(mistake: PlantedMistake, net: Net): Promise<Result> {
  const [file = ''] = net.split(': ', 1);
  const title = net.slice(file.length + 2);
  const { plugin, plant, count } = createPlanter();
  plant(mistake);
  const vitest = await createVitest(
    'test',
    {
      root,
      config: false,
      include: [`${laws}/${file}.test.ts`],
      pool: 'threads',
      watch: false,
      reporters: [{}],
      // A cached module could be one with another mistake, or with none.
      fsModuleCache: false,
    },
    { ...packagesFromSources, plugins: [plugin] },
  );
  try {
    await vitest.start();
    const tests = vitest.state
      .getTestModules()
      .flatMap((module) => Array.from(module.children.allTests()))
      .filter(({ name }) => name.startsWith(title));
    const errors = tests.flatMap((test) => test.result().errors ?? []);
    if (tests.length === 0) return missed('there is no such law');
    if (count() !== 1) return missed(`it was planted ${count()} times`);
    const isNoticed = errors.some(({ message }) => message.startsWith('Property failed after'));
    return isNoticed ? { isNoticed, detail: 'counterexample' } : missed('NOT NOTICED');
  } finally {
    await vitest.close();
  }
}

const missed = (detail: string): Result => ({ isNoticed: false, detail });
