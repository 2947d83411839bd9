import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  createFolder,
  signupActions,
  recordInColour,
} from '../../../packages/cli/test/command.ts';
import { install, runTool } from '../../../packages/cli/test/project.ts';

const read = (path: string): string =>
  readFileSync(new URL(path, import.meta.url), 'utf8');
const action = read('../../recipes/block-domains.js');
const test = read('block-domains.test.mjs');

const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--root',
  '.',
  '--reporter=json',
  '--outputFile=report.json',
];

/** What Vitest reports about a project, as a machine reads it. */
interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Follows the page: an Action, `init`, a test. */
async function follow(
  source: string,
): Promise<{ readonly init: string; readonly report: Report }> {
  const folder = createFolder({ 'block-domains.js': source });
  const { stdout: init } = await recordInColour(expect, 'init', folder, 'init');
  install(folder);
  writeFileSync(join(folder, 'test/block-domains.test.mjs'), test);
  await runTool(folder, ...vitest);
  return {
    init,
    report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report,
  };
}

it('the tests of the page pass', async () => {
  const { init, report } = await follow(action);

  await expect(init.trimEnd()).toMatchFileSnapshot('outputs/init.txt');
  expect(report.numPassedTests).toBe(2);
});

it('a project of Bun gets the types of the matchers, as the guide shows', async () => {
  const folder = createFolder({ 'block-domains.js': action, 'bunfig.toml': '' });
  await signupActions(folder, 'init');
  const types = readFileSync(join(folder, 'bun-matchers.d.ts'), 'utf8');

  await expect(types).toMatchFileSnapshot(
    '../../../quality/consumers/projects/bun/bun-matchers.d.ts',
  );
});

it('a slip in the Action fails them, as the page shows', async () => {
  const slip = action.replace('disposable domain', 'disposible domain');
  const { report } = await follow(slip);
  const [failure = ''] =
    report.testResults[0]?.assertionResults[0]?.failureMessages ?? [];

  expect(report.numPassedTests).toBe(1);
  await expect(failure.split(/\n {4}at /)[0]).toMatchFileSnapshot(
    'outputs/failure.txt',
  );
});

it('the editor finds a property that may be absent, as the page shows', async () => {
  const folder = createFolder({
    'block-domains.js': action.replace('email?.split', 'email.split'),
  });
  const { stdout } = await recordInColour(
    expect,
    'check-file',
    folder,
    'check',
    'block-domains.js',
  );

  await expect(stdout.trimEnd()).toMatchFileSnapshot('outputs/check.txt');
});
