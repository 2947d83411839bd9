import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { createFolder, signupActions } from './command.ts';
import { copyTenant, createTenant, install, runTool, typedActions } from './project.ts';

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--root', '.'];
const jest = ['node_modules/jest/bin/jest.js', '--ci'];
const broken = "exports.onExecutePreUserRegistration = async () => { throw new Error('no'); };";

// The packages that are installed here are those of the last build: runners load them as users' do.
describe.concurrent('what init writes', () => {
  it('passes in Vitest, also among ES modules, and fails if an Action does', async ({ expect }) => {
    const typed = Object.entries(typedActions).map(([path, text]) => [`typed/${path}`, text]);
    const folder = createFolder({
      ...Object.fromEntries(typed),
      'modules/package.json': { type: 'module' },
    });
    for (const name of ['good', 'broken', 'modules']) copyTenant(join(folder, name));
    for (const name of ['good', 'broken', 'modules', 'typed']) {
      await signupActions(folder, 'init', name);
    }
    writeFileSync(join(folder, 'broken/actions/limit-attempts/code.js'), broken);
    install(folder);

    const { status, stdout } = await runTool(folder, ...vitest);

    expect(stdout).toContain('❯ broken/test/limit-attempts.test.mjs (1 test | 1 failed)');
    expect(stdout).toContain('❯ broken/test/flow.test.mjs (1 test | 1 failed)');
    expect(stdout).toMatch(/Tests +2 failed . 14 passed/);
    expect(status).toBe(1);
  });

  it('passes in Jest, in CommonJS and among ES modules', async ({ expect }) => {
    const folder = createFolder({
      'package.json': {},
      'commonjs/package.json': { devDependencies: { jest: '^30.0.0' } },
      'modules/package.json': { type: 'module', scripts: { test: 'jest --ci' } },
    });
    for (const name of ['commonjs', 'modules']) {
      copyTenant(join(folder, name));
      await signupActions(folder, 'init', name);
    }
    install(folder);

    const { status, stderr } = await runTool(folder, ...jest);

    expect(stderr).toMatch(/Tests: +10 passed, 10 total/);
    expect(status).toBe(0);
  });

  it('passes in Jest with native ES modules', async ({ expect }) => {
    const test = 'node --experimental-vm-modules node_modules/jest/bin/jest.js';
    const folder = createTenant({ 'package.json': { type: 'module', scripts: { test } } });
    const { stdout } = await signupActions(folder, 'init');
    install(folder);

    const { status, stderr } = await runTool(folder, '--experimental-vm-modules', ...jest);

    expect(stdout).toContain('  npm run test\n');
    expect(stderr).toMatch(/Tests: +5 passed, 5 total/);
    expect(status).toBe(0);
  });

  it.for([{}, { type: 'module' }])('passes in node:test with %j', async (type, { expect }) => {
    const manifest = { ...type, scripts: { test: 'node --test' } };
    const folder = createTenant({ 'package.json': manifest });
    await signupActions(folder, 'init');
    writeFileSync(join(folder, 'actions/limit-attempts/code.js'), broken);
    install(folder);

    const { status, stdout } = await runTool(folder, '--test');

    expect(stdout).toMatch(/pass 3\b/);
    expect(stdout).toMatch(/fail 2\b/);
    expect(status).toBe(1);
  });
});
