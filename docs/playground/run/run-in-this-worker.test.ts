import { createMockEvent } from '@signup-actions/testing';
import { createCrashReporter } from '@signup-actions/workbench';
import { expect, it, vi } from 'vitest';
import { collectMessages, run, toAction, toTestJob } from '../test/run.ts';

it('gives each Action the secrets and the configuration that have names', async () => {
  const { run: done } = await run([
    toAction('api.user.setAppMetadata("all", [event.secrets.KEY, event.configuration]);', {
      secrets: [
        ['KEY', 'a'],
        ['', 'unfinished'],
      ],
      configuration: [['x', '1']],
    }),
  ]);

  expect(done).toMatchObject({ outcome: { user: { app_metadata: { all: ['a', { x: '1' }] } } } });
});

it('names each Action’s places by its position', async () => {
  const { run: done } = await run([
    toAction('', { name: 'first' }),
    toAction('  const refuse = () =>\n    api.access.deny("no");\n  refuse();', { name: 'second' }),
  ]);

  expect(done).toMatchObject({
    diagnosticSites: [{ file: 'action-1.js', line: 3, column: 16 }],
  });
});

it.each([
  ['axios', 'The playground has no packages, so it has no "axios": use what browsers have too'],
])('says why require(%j) fails', async (name, sentence) => {
  const { run: done } = await run([toAction(`require(${JSON.stringify(name)});`)]);

  expect(done).toMatchObject({
    outcome: {
      status: 'failed',
      failure: { error: { message: expect.stringContaining(sentence) } },
    },
  });
});

it('gives each Action the modules that it requires, with secrets of their own', async () => {
  const body = `const { next, key } = require('actions:shared');
    require('actions:shared').next();
    api.user.setAppMetadata(event.secrets.NAME, [next(), key, typeof actions]);`;
  const shared = {
    name: 'shared',
    code: 'let count = 0; exports.next = () => (count += 1); exports.key = actions.secrets.KEY;',
    secrets: [['KEY', 'shown']] satisfies [string, string][],
  };
  const messages = await collectMessages(
    toTestJob(
      ['one', 'two'].map((name) => toAction(body, { name, secrets: [['NAME', name]] })),
      { event: createMockEvent({ user: { name: 'shown' } }), modules: [shared] },
    ),
  );

  const seen = [2, 'shown', 'undefined'];
  expect(messages.at(-1)).toMatchObject({
    outcome: { status: 'allowed', user: { app_metadata: { one: seen, two: seen } } },
  });
});

it('knows the places in modules, and that one cannot require another', async () => {
  const messages = await collectMessages(
    toTestJob([toAction("require('actions:shared')();")], {
      modules: [
        {
          name: 'shared',
          code: "const actions = [];\nmodule.exports = () => require('actions:other');",
          secrets: [],
        },
      ],
    }),
  );

  expect(messages.at(-1)).toMatchObject({
    outcome: {
      failure: {
        error: {
          message: expect.stringContaining('An Actions module cannot require another one'),
          stack: expect.stringContaining('module-0.js:2:'),
        },
      },
    },
  });
});

it('runs nothing if an Action needs a module that it is not given', async () => {
  const { run: done } = await run([toAction("require('actions:shared');")]);

  expect(done).toMatchObject({
    type: 'unusable',
    message: expect.stringContaining('There is no Actions module shared'),
  });
});

it('runs nothing if a handler is missing', async () => {
  const { run: done } = await run([toAction('', { code: 'exports.onExecute = async () => {};' })]);

  expect(done).toMatchObject({ type: 'unusable', action: 'own' });
});

it('sends the result again when the api is called after the outcome', async () => {
  const late = toAction('setTimeout(() => api.access.deny("late", "Late."), 5);');
  const messages = await collectMessages(toTestJob([late]));
  await vi.waitFor(() => expect(messages.filter(({ type }) => type === 'outcome')).toHaveLength(2));

  expect(messages.at(-1)).toMatchObject({
    outcome: { status: 'allowed', diagnostics: [{ code: 'late-call' }] },
    diagnosticSites: [{ file: 'action-0.js', line: 2, column: expect.any(Number) }],
  });
});

it('counts the late calls that it does not list', async () => {
  const late = toAction(
    'setTimeout(() => { for (let i = 0; i < 250; i += 1) api.access.deny("late", "Late."); }, 5);',
  );
  const messages = await collectMessages(toTestJob([late]));
  await vi.waitFor(() => expect(messages.filter(({ type }) => type === 'outcome')).toHaveLength(2));

  expect(messages.at(-1)).toMatchObject({ leftOut: { diagnostics: 50 } });
  expect(messages.at(-1)).toHaveProperty('outcome.diagnostics.length', 200);
});

it('sends the result again when code left running crashes', async () => {
  const crashes = createCrashReporter();
  const messages = await collectMessages(toTestJob([toAction('')]), crashes);
  crashes.report(new Error('left behind'));

  expect(messages.at(-1)).toMatchObject({
    outcome: { status: 'failed', failure: { error: { message: 'left behind' } } },
  });
});

it('runs at the time of its signup', async () => {
  const hourMs = 3_600_000;
  const action = toAction("api.cache.set('key', 'value', { ttl: 1_000 });");
  const [first, later] = await Promise.all(
    [0, hourMs].map(async (clockOffsetMs) => {
      const messages = await collectMessages(toTestJob([action], { clockOffsetMs }));
      const result = messages.at(-1);
      const [call] = result?.type === 'outcome' ? result.outcome.calls : [];
      return call?.method === 'cache.set' && call.result.type === 'success'
        ? call.result.record.expires_at
        : 0;
    }),
  );

  // Both run at the same time, give or take a minute.
  expect(Math.round(((later ?? 0) - (first ?? 0)) / 60_000)).toBe(60);
});

it('says what to do on this page about what is missing', async () => {
  const read = 'event.secrets.KEY; event.configuration.limit; ';
  const module = { name: 'team', code: 'exports.a = actions.secrets.KEY;\n', secrets: [] };
  const missing = await collectMessages(toTestJob([toAction("require('actions:team');")]));
  const empty = await collectMessages(
    toTestJob([toAction(`${read}require('actions:team');`)], { modules: [module] }),
  );

  expect(missing.at(-1)).toMatchInlineSnapshot(`
    {
      "action": "own",
      "message": "There is no Actions module team: add it here with + Module, under the name team.",
      "type": "unusable",
    }
  `);
  expect(empty.flatMap((sent) => (sent.type === 'diagnostic' ? [sent.diagnostic.message] : [])))
    .toMatchInlineSnapshot(`
    [
      "event.secrets.KEY was read but has no value; add KEY to the secrets below the code of the Action.",
      "event.configuration.limit was read but has no value; add limit to the configuration below the code of the Action.",
      "actions.secrets.KEY of the Actions module team was read but has no value; add KEY to the secrets below the code of the module team.",
    ]
  `);
});
