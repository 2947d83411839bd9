import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toRunView } from '@signup-actions/workbench';
import { expect, it } from 'vitest';
import { createFolder, signupActions } from '../../packages/cli/test/command.ts';
import { install, runTool } from '../../packages/cli/test/project.ts';
import { createMockEvent } from '@signup-actions/testing';
import { readOpened } from '../playground/open/read-opened.ts';
import type { FlowToSave } from '../playground/download/flow-to-save.ts';
import { writeCase } from '../playground/download/write-case.ts';
import { writeExport } from '../playground/download/write-export.ts';
import { writeTest } from '../playground/download/write-test.ts';

const refuse = {
  name: 'Only / team',
  code: `exports.onExecutePreUserRegistration = async (event, api) => {
  const { isTeam } = require('actions:team');
  if (!isTeam(event.user.email ?? '')) api.access.deny(event.configuration.reason, 'No.');
};
`,
  secrets: [],
  configuration: [['reason', 'not in the team']] as [string, string][],
};
const count = {
  name: 'count',
  code: `exports.onExecutePreUserRegistration = async (event, api) => {
  if (api.cache.get(event.secrets.RECORD)) api.validation.error('again', 'Once only.');
  api.cache.set(event.secrets.RECORD, 'yes', { ttl: 60_000 });
};
`,
  secrets: [['RECORD', 'seen']] as [string, string][],
  configuration: [],
};
const team = {
  name: 'team',
  code: 'exports.isTeam = (email) => email.endsWith(`@${actions.secrets.DOMAIN}`);\n',
  secrets: [['DOMAIN', 'corp.example']] as [string, string][],
};
const member = { user: { email: 'ada@corp.example' } };
const denied = {
  status: 'denied',
  refusal: { action: 'Only / team', reason: 'not in the team', userMessage: 'No.' },
} as const;
const invalid = {
  status: 'invalid',
  refusal: { action: 'count', code: 'again', message: 'Once only.' },
} as const;
const allowed = { status: 'allowed' } as const;
const signup = { from: 'universal-login', changes: {}, afterMs: 0 } as const;

const flow: FlowToSave = {
  actions: [refuse, count],
  modules: [team],
  signups: [
    { ...signup, expectation: denied },
    { ...signup, changes: member, expectation: allowed },
    { ...signup, changes: member, afterMs: 1_000, expectation: invalid },
    { ...signup, changes: member, afterMs: 60_001, expectation: allowed },
  ],
};
const manifest = JSON.stringify({
  type: 'module',
  devDependencies: { '@signup-actions/testing': '*', vitest: '*' },
});
const actionManifest = '{ "type": "commonjs" }';

/** Runs the tests in a folder with Vitest, and returns how many passed and failed. */
async function runTests(folder: string): Promise<readonly [passed: number, failed: number]> {
  install(folder);
  const report = ['--reporter=json', '--outputFile=report.json'];
  await runTool(folder, 'node_modules/vitest/vitest.mjs', 'run', '--root', '.', ...report);
  const { numPassedTests, numFailedTests } = JSON.parse(
    readFileSync(join(folder, 'report.json'), 'utf8'),
  ) as { readonly numPassedTests: number; readonly numFailedTests: number };
  return [numPassedTests, numFailedTests];
}

it('what the playground exports passes its test, its test case and check', async () => {
  const files = writeExport(flow);
  const folder = createFolder({
    ...files,
    'package.json': manifest,
    'actions/package.json': actionManifest,
    'action-modules/package.json': actionManifest,
  });

  expect(await runTests(folder)).toEqual([1, 0]);
  expect(await signupActions(folder, 'test', '.')).toMatchObject({ status: 0, stderr: '' });
  expect(await signupActions(folder, 'check', '.')).toMatchObject({ status: 0, stderr: '' });
});

it('what the playground exports fails its test and its test case once an Action decides otherwise', async () => {
  const code = count.code.replace("'again'", "'twice'");
  const files = writeExport({ ...flow, actions: [refuse, { ...count, code }] });
  const folder = createFolder({ ...files, 'package.json': manifest });

  expect(await runTests(folder)).toEqual([0, 1]);
  expect(await signupActions(folder, 'test', '.')).toMatchObject({ status: 1 });
});

it('a test and a test case pass beside the files of their code', async () => {
  const folder = createFolder({
    'Only - team.js': refuse.code,
    'count.js': count.code,
    'team.js': team.code,
    'flow.test.mjs': writeTest(flow),
    'flow.signup.json': writeCase(flow),
    'package.json': '{ "devDependencies": { "@signup-actions/testing": "*", "vitest": "*" } }',
  });

  expect(await runTests(folder)).toEqual([1, 0]);
  expect(await signupActions(folder, 'test', '.')).toMatchObject({ status: 0, stderr: '' });
});

it('the playground opens the trace of a run', async () => {
  const folder = createFolder({
    'count.js': count.code.replace('api.cache.set', "console.log('counted');\n  api.cache.set"),
    'signups.json': [createMockEvent('api-signup', member), createMockEvent('passkey')],
  });
  const options = ['--secret', 'RECORD=made-up-record', '--event', 'signups.json'];
  await signupActions(folder, 'run', 'count.js', ...options, '--trace', 'trace.json');
  const read = (): Promise<string> =>
    Promise.resolve(readFileSync(join(folder, 'trace.json'), 'utf8'));
  const {
    actions,
    signups,
    recorded = [],
    notes,
  } = await readOpened([{ path: 'trace.json', read }], { actions: [] });

  expect(actions).toMatchObject([{ name: 'count', secrets: [['RECORD', '']], configuration: [] }]);
  expect(signups).toEqual([
    {
      name: 'signups.json 1',
      startingPoint: 'api-signup',
      event: `${JSON.stringify(member, undefined, 2)}\n`,
      afterMs: 0,
    },
    { name: 'signups.json 2', startingPoint: 'passkey', event: '{}\n', afterMs: 0 },
  ]);
  const views = recorded.map(({ job, run }) => toRunView(job, run));
  expect(views.map(({ verdict }) => verdict.title)).toEqual(['Allowed', 'Invalid']);
  expect(views[1]?.steps[0]).toMatchObject({
    calls: [
      { source: 'api.cache.get("[secret RECORD]")', place: { action: 0, line: 2 } },
      { source: 'api.validation.error("again", "Once only.")', place: { action: 0, line: 2 } },
      {},
    ],
    console: { text: 'counted' },
  });
  expect(notes).toMatchInlineSnapshot(`
    [
      "The outcome is the recorded one until you press Run.",
      "A trace has no values of secrets: give them before you press Run.",
    ]
  `);
});

it('the playground says what is wrong with a trace', async () => {
  const explain = (text: string): Promise<string> =>
    readOpened([{ path: 'trace.json', read: () => Promise.resolve(text) }], { actions: [] }).then(
      () => 'opened',
      (error: unknown) => (error as Error).message,
    );

  expect(
    await Promise.all(
      [
        '{"traceVersion":1,"actions":[',
        '{"traceVersion":2,"actions":[],"modules":[],"signups":[]}',
        '{"traceVersion":1,"actions":[{"name":"a","file":"a.js","source":"","secrets":[],"configuration":{}}],"modules":[],"signups":[]}',
      ].map(explain),
    ),
  ).toMatchInlineSnapshot(`
    [
      "Failed to read trace.json: it is not JSON (Unexpected end of JSON input).",
      "Failed to read trace.json: it is not a trace of version 1 (traceVersion: Invalid type: Expected 1 but received 2).",
      "Failed to read trace.json: it is not a trace of version 1 (signups: Invalid length: Expected >=1 but received 0).",
    ]
  `);
});
