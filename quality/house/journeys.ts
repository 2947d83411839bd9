import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A call that a newcomer may want to follow. */
export interface Journey {
  readonly name: string;
  /** Returns the source files in which a function is called on the way, in the order of their paths. */
  readonly run: () => Promise<readonly string[]>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const condition = '--conditions=@signup-actions/source';

/** Programs: what is before `start()` is set-up. */
const programs: Readonly<Record<string, string>> = {
  "api.user.setAppMetadata('plan', 'free') to outcome.user": `
    import { createRuntime } from '@signup-actions/runtime-core';
    import { createMockEvent } from '@signup-actions/testing';
    const runtime = createRuntime();
    const event = createMockEvent();
    start();
    const handler = async (_event, api) => void api.user.setAppMetadata('plan', 'free');
    const { user } = await runtime.run({ event, actions: [{ name: 'tag-plan', handler }] });
    if (user.app_metadata.plan !== 'free') throw new Error('The plan was not set.');`,
  "expect(api).toHaveDenied('x') to its message": `
    import { createMockApi } from '@signup-actions/testing';
    import { toHaveDenied } from '@signup-actions/testing/matchers';
    const api = createMockApi();
    api.access.deny('y', 'Not now.');
    start();
    const { pass, message } = toHaveDenied.call({ equals: Object.is }, api, 'x');
    if (pass || !message().includes('argument 1 differs')) throw new Error('The message is wrong.');`,
};

export const journeys: readonly Journey[] = [
  ...Object.entries(programs).map(([name, program]) => ({ name, run: () => runProgram(program) })),
  { name: 'signup-actions run file.js, from argv to exit status', run: runCommand },
];

/** Only calls after `start()` count: what runs once at import is not on the way. */
async function runProgram(program: string): Promise<readonly string[]> {
  const code = `
    import { Session } from 'node:inspector/promises';
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    const start = () => void session.post('Profiler.takePreciseCoverage');
    ${program}
    const { result } = await session.post('Profiler.takePreciseCoverage');
    console.log(JSON.stringify({ result }));`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [condition, '--input-type=module', '--eval', code],
    { cwd: `${root}quality`, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return findCalledFiles([JSON.parse(stdout) as Coverage]);
}

/**
 * The command, with what it runs at import. The process that it starts is not measured: it is killed when it has
 * replied.
 */
async function runCommand(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-house-'));
  const action = join(folder, 'action.js');
  writeFileSync(action, 'exports.onExecutePreUserRegistration = async () => {};\n');
  const coverage = join(folder, 'coverage');
  spawnSync(process.execPath, [condition, `${root}packages/cli/src/bin.ts`, 'run', action], {
    env: { ...process.env, NODE_V8_COVERAGE: coverage },
  });
  const reports = readdirSync(coverage).map(
    (file) => JSON.parse(readFileSync(join(coverage, file), 'utf8')) as Coverage,
  );
  rmSync(folder, { recursive: true });
  return findCalledFiles(reports);
}

/** The part of V8's coverage report that is read here. */
interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
    }[];
  }[];
}

function findCalledFiles(reports: readonly Coverage[]): readonly string[] {
  const sources = `${pathToFileURL(root).href}packages/`;
  const called = reports
    .flatMap(({ result }) => result)
    .filter(({ url }) => url.startsWith(sources))
    .filter(({ functions }) =>
      functions.some(
        // The first range of the module itself begins at its start.
        ({ functionName, ranges: [range] }) =>
          (functionName !== '' || range?.startOffset !== 0) && (range?.count ?? 0) > 0,
      ),
    )
    .map(({ url }) => url.slice(sources.length));
  return [...new Set(called)].toSorted();
}
