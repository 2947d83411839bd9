import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { pathToFileURL } from 'node:url';
import type * as kit from '@signup-actions/testing';
import type * as load from '@signup-actions/testing/node';

/** What a runner has, and the kit as it is loaded there. */
export interface LoadingRunner {
  readonly it: (name: string, test: () => Promise<void>) => void;
  readonly expect: (actual: unknown) => { readonly toEqual: (expected: unknown) => void };
  readonly useFakeTimers: () => unknown;
  readonly runAllTimers: () => unknown;
  readonly useRealTimers: () => unknown;
  readonly kit: Pick<typeof kit, 'assertNotFailed' | 'createMockEvent' | 'runAction'>;
  readonly load: typeof load;
  /** The folder `test/load`. */
  readonly folder: string;
}

/** What loaded code has to share with a test, and what tools have to see of it, in each runner. */
export function specifyLoading(runner: LoadingRunner): void {
  const { it, expect, folder } = runner;
  const { createMockEvent, runAction } = runner.kit;
  const { loadAction, loadModule } = runner.load;
  const actionFile = `${folder}/only-team.js`;
  const moduleFile = `${folder}/is-team.js`;
  const signup = (email: string) => createMockEvent({ user: { email } });
  const loadBoth = () => loadAction(actionFile, { modules: { 'is-team': moduleFile } });

  it('runs an Action with its module', async () => {
    expect((await runAction(loadBoth(), signup('ada@corp.example'))).status).toEqual('allowed');
    expect((await runAction(loadBoth(), signup('ada@example.com'))).status).toEqual('denied');
  });

  it('shares the classes and the fake timers of the test', async () => {
    const { exports } = loadModule<Record<string, any>>(moduleFile);
    expect(exports['list'].constructor).toEqual(Array);
    runner.useFakeTimers();
    const failed = exports['failLater']().catch((error: unknown) => error) as Promise<
      object | undefined
    >;
    runner.runAllTimers();
    expect((await failed)?.constructor).toEqual(Error);
    runner.useRealTimers();
  });

  it('a stack trace has the path, the line and the column in the file', async () => {
    const { failure } = await runAction(loadBoth(), signup('root@corp.example'));

    const { stack = '' } = failure?.error ?? {};
    expect(stack.includes('/test/load/only-team.js:8:11')).toEqual(true);
  });

  it('V8 finds by coverage what was not run, at its place in the file', async () => {
    const session = new Session();
    session.connect();
    // As the tools of runners do: without it, V8 does not name code that a sandbox has evaluated.
    await session.post('Debugger.enable');
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    await runAction(loadBoth(), signup('ada@corp.example'));
    const { result } = await session.post('Profiler.takePreciseCoverage');
    await session.post('Profiler.stopPreciseCoverage');
    session.disconnect();

    const missed = (file: string) => {
      const code = readFileSync(file, 'utf8');
      return result
        .filter(({ url }) => url === pathToFileURL(file).href)
        .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
        .filter(({ count }) => count === 0)
        .map(({ startOffset, endOffset }) =>
          code.slice(startOffset, endOffset).replaceAll(/\s+/g, ' '),
        );
    };
    expect(missed(actionFile)).toEqual([
      "{ return api.access.deny('not in the team', 'Please ask us for an invitation.'); }",
      "{ throw new Error('broken'); }",
    ]);
    expect(missed(moduleFile).at(-1)).toEqual('() => { return actions.secrets.KEY; }');
  });

  it('a debugger stops at a line of the file', async () => {
    const session = new Session();
    session.connect();
    await session.post('Debugger.enable');
    loadBoth();
    const { locations } = await session.post('Debugger.setBreakpointByUrl', {
      url: pathToFileURL(actionFile).href,
      lineNumber: 7,
    });
    session.disconnect();

    expect(locations.at(-1)?.lineNumber).toEqual(7);
  });
}
