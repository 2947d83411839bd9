import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { examples, signupActions } from '../../../packages/cli/test/command.ts';

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');

interface Workflow {
  readonly jobs: Record<string, { readonly steps: readonly { readonly run?: string }[] }>;
}
const github = parse(read('github.yml')) as Workflow;
const gitlab = parse(read('gitlab.yml')) as { readonly test: { readonly script: string[] } };

const commands = [
  ...Object.values(github.jobs).flatMap(({ steps }) => steps.flatMap(({ run = [] }) => run)),
  ...gitlab.test.script,
  ...read('pre-commit.sh').split('\n'),
].filter((command) => command.startsWith('npx signup-actions '));

// A project as the page describes it: an export, the values of its secrets, and signups that have to get in.
const folder = mkdtempSync(join(tmpdir(), 'signup-actions-ci-'));
cpSync(join(examples, 'tenant'), join(folder, 'tenant'), { recursive: true });
cpSync(join(examples, 'tenant.env'), join(folder, 'tenant.env'));
mkdirSync(join(folder, 'signups'));
cpSync(join(examples, 'signups/work-address.json'), join(folder, 'signups/work-address.json'));
afterAll(() => rmSync(folder, { recursive: true }));

const toArguments = (command: string): readonly string[] =>
  command
    .replace(/ > \S+$/, '')
    .split(' ')
    .slice(2);

it.each(commands)('%s passes', async (command) => {
  expect(await signupActions(folder, ...toArguments(command))).toMatchObject({ status: 0 });
});

it.each(commands)('%s fails if an Action has a mistake', async (command) => {
  const code = join(folder, 'tenant/actions/tag-plan/code.js');
  const before = readFileSync(code, 'utf8');
  writeFileSync(
    code,
    `${before}\nexports.onExecutePreUserRegistration = async (event, api) => {
    api.access.deny(event.user.nmae);
  };\n`,
  );
  const { status } = await signupActions(folder, ...toArguments(command));
  writeFileSync(code, before);

  expect(status).toBe(1);
});

it('finds the commands of the workflows', () => {
  expect(commands).toHaveLength(4);
});

it('the Terraform configuration names the file, the trigger and the binding', () => {
  const terraform = read('main.tf');
  for (const part of [
    'file("${path.module}/actions/block-domains.js")',
    'pre-user-registration',
    'auth0_trigger_actions',
  ]) {
    expect(terraform).toContain(part);
  }
});
