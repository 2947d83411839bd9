// Coverage of what `loadAction` and `loadModule` load is that of the original files, in each runner.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { createFolder } from './command.ts';
import { install, runTool } from './project.ts';

const kit = ['@signup-actions/testing', '@signup-actions/testing/node'];
const names = ['{ runAction }', '{ loadAction, loadModule }'];
const body = `it('refuses strangers', async () => {
  const team = loadModule('modules/team.js', { secrets: { DOMAIN: 'corp.example' } });
  const outcome = await runAction(loadAction('actions/only-team.js', { modules: { team } }));
  if (outcome.status !== 'denied') throw new Error(outcome.status);
});`;
const imports = names.map((name, index) => `import ${name} from '${kit[index]}';\n`).join('');
const requires = names.map((name, index) => `const ${name} = require('${kit[index]}');\n`).join('');

const createProject = (): string => {
  const folder = createFolder({
    'package.json': { type: 'commonjs' },
    'actions/only-team.js': `const { isTeam } = require('actions:team');
exports.onExecutePreUserRegistration = async (event, api) => {
  if (isTeam(event.user.email)) {
    return;
  }
  api.access.deny('not in the team', 'Sorry.');
};
`,
    'modules/team.js': `exports.isTeam = (email) => email?.endsWith(\`@\${actions.secrets.DOMAIN}\`) === true;
exports.unused = () => {
  return 1;
};
`,
    'vitest.test.mjs': `import { it } from 'vitest';\n${imports}${body}`,
    'jest.spec.js': `const { it } = require('@jest/globals');\n${requires}${body}`,
    'node.js': `const { it } = require('node:test');\n${requires}${body}`,
  });
  install(folder);
  return folder;
};

/** The lines that a test has not run, by their files. */
const missed = [
  ['actions/only-team.js', 4],
  ['modules/team.js', 3],
];

/** What a report of istanbul's has not run, as `missed`. */
function readMissed(folder: string): readonly (readonly unknown[])[] {
  const text = readFileSync(join(folder, 'coverage/coverage-final.json'), 'utf8');
  const report = JSON.parse(text) as Readonly<
    Record<
      string,
      {
        readonly s: Readonly<Record<string, number>>;
        readonly statementMap: Readonly<Record<string, { readonly start: { line: number } }>>;
      }
    >
  >;
  return Object.entries(report).flatMap(([file, { s: counts, statementMap }]) =>
    Object.entries(counts)
      .filter(([, count]) => count === 0)
      .map(([id]) => [file.split(/[\\/]/).slice(-2).join('/'), statementMap[id]?.start.line])
      // The reports differ in where a block ends.
      .filter(([, line], index, all) => line !== Number(all[index - 1]?.[1]) + 1),
  );
}

const include = ['actions/**', 'modules/**'];

describe.concurrent('coverage of loaded files', () => {
  it('is in the original files in Vitest', async ({ expect }) => {
    const folder = createProject();
    const options = ['--coverage', '--coverage.provider=v8', '--coverage.reporter=json'];

    const { status, stdout } = await runTool(
      folder,
      'node_modules/vitest/vitest.mjs',
      'run',
      'vitest.test.mjs',
      ...options,
      ...include.map((files) => `--coverage.include=${files}`),
    );

    expect([status, stdout]).toEqual([0, expect.any(String)]);
    expect(readMissed(folder)).toEqual(missed);
  });

  it('is in the original files in Jest', async ({ expect }) => {
    const folder = createProject();
    const options = ['--coverage', '--coverageProvider=v8', '--coverageReporters=json'];

    const { status } = await runTool(
      folder,
      'node_modules/jest/bin/jest.js',
      ...options,
      '--testMatch=**/*.spec.js',
      ...include.map((files) => `--collectCoverageFrom=${files}`),
    );

    expect(status).toBe(0);
    expect(readMissed(folder)).toEqual(missed);
  });

  it('is in the original files with node:test', async ({ expect }) => {
    const { status, stdout } = await runTool(
      createProject(),
      '--experimental-test-coverage',
      '--test-reporter=lcov',
      '--test',
      'node.js',
    );

    expect(status).toBe(0);
    const lines = stdout.split('end_of_record').flatMap((part) => {
      const file = /^SF:(.*)$/m.exec(part)?.[1]?.split(/[\\/]/).slice(-2).join('/') ?? '';
      const [, line] = /^DA:(\d+),0$/m.exec(part) ?? [];
      return /^(actions|modules)\//.test(file) ? [[file, Number(line)]] : [];
    });
    expect(lines).toHaveLength(2);
    expect(lines).toEqual(expect.arrayContaining(missed));
  });
});
