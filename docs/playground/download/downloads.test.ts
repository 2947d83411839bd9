import { expect, it } from 'vitest';
import { readOpened } from '../open/read-opened.ts';
import { listDownloads, toBlob } from './downloads.ts';
import type { FlowToSave } from './flow-to-save.ts';
import { withJavaScript } from './with-javascript.ts';
import { writeCase } from './write-case.ts';
import { writeExport } from './write-export.ts';
import { writeTest } from './write-test.ts';

const code = 'exports.onExecutePreUserRegistration = async (event, api) => {};\n';
const flow: FlowToSave = {
  actions: [
    { name: 'Block / bots', code, secrets: [['KEY', 'a"b']], configuration: [['limit', '5']] },
    { name: 'tag', code: `require('actions:team');\n${code}`, secrets: [], configuration: [] },
  ],
  modules: [
    { name: 'team', code: 'exports.a = 1;\n', secrets: [['DOMAIN', 'corp.example']] },
    { name: 'unused', code: '', secrets: [] },
  ],
  signups: [
    {
      from: 'universal-login',
      changes: { user: { email: 'eve@example.com' } },
      afterMs: 0,
      expectation: {
        status: 'denied',
        refusal: { action: 'tag', reason: 'not "ours"', userMessage: 'No.' },
      },
    },
    { from: 'api-signup', changes: {}, afterMs: 60_000 },
  ],
};
const [first] = flow.signups;
const simple: FlowToSave = {
  actions: flow.actions.slice(0, 1),
  modules: [],
  signups: first ? [first] : [],
};

it('writes a test of one signup', () => {
  expect(writeTest(simple)).toMatchInlineSnapshot(`
    "import '@signup-actions/testing/vitest';
    import { createMockEvent, runFlow } from '@signup-actions/testing';
    import { loadAction } from '@signup-actions/testing/node';
    import { expect, it } from 'vitest';

    const flow = [
      { ...loadAction(new URL("./Block - bots.js", import.meta.url), { secrets: {"KEY":"a\\"b"} }), name: "Block / bots", configuration: {"limit":"5"} },
    ];

    it("denies the signup", async () => {
      expect(await runFlow(flow, createMockEvent("universal-login", {
        "user": {
          "email": "eve@example.com"
        }
      }))).toHaveDenied("not \\"ours\\"", "No.");
    });
    "
  `);
});

it('writes a test of signups that share the cache, with modules', () => {
  expect(writeTest(flow)).toMatchInlineSnapshot(`
    "import '@signup-actions/testing/vitest';
    import { createFakeClock, createMockCache, createMockEvent, runFlow } from '@signup-actions/testing';
    import { loadAction, loadModule } from '@signup-actions/testing/node';
    import { expect, it } from 'vitest';

    const modules = {
      "team": loadModule(new URL("./team.js", import.meta.url), { secrets: {"DOMAIN":"corp.example"} }),
      "unused": loadModule(new URL("./unused.js", import.meta.url)),
    };
    const flow = [
      { ...loadAction(new URL("./Block - bots.js", import.meta.url), { secrets: {"KEY":"a\\"b"} }), name: "Block / bots", configuration: {"limit":"5"} },
      { ...loadAction(new URL("./tag.js", import.meta.url), { modules: { "team": modules["team"] } }), name: "tag" },
    ];

    it("decides about each signup", async () => {
      const clock = createFakeClock();
      const cache = createMockCache({}, { clock });
      expect(await runFlow(flow, createMockEvent("universal-login", {
        "user": {
          "email": "eve@example.com"
        }
      }), { cache })).toHaveDenied("not \\"ours\\"", "No.");

      clock.advance(60000);
      expect(await runFlow(flow, createMockEvent("api-signup"), { cache })).not.toHaveFailed();
    });
    "
  `);
});

it('writes a test case of one signup, and of several', () => {
  expect(writeCase(simple)).toMatchInlineSnapshot(`
    "{
      "$schema": "https://signup-actions.github.io/signup-actions/signup-case.schema.json",
      "version": 1,
      "actions": [
        "Block - bots.js"
      ],
      "secrets": {
        "KEY": "a\\"b"
      },
      "configuration": {
        "limit": "5"
      },
      "from": "universal-login",
      "event": {
        "user": {
          "email": "eve@example.com"
        }
      },
      "expect": {
        "status": "denied",
        "refusal": {
          "action": "tag",
          "reason": "not \\"ours\\"",
          "userMessage": "No."
        }
      }
    }
    "
  `);
  expect(JSON.parse(writeCase(flow, true))).toMatchObject({
    signups: [{ from: 'universal-login' }, { from: 'api-signup', afterMs: 60_000 }],
  });
});

it('writes the records that the cache holds before the first signup', () => {
  const records = [
    { key: 'attempts', value: '4', ttlMs: 60_000 },
    { key: 'seen', value: 'yes' },
    { key: '', value: 'not finished' },
  ];
  expect(JSON.parse(writeCase({ ...simple, records }))).toMatchObject({
    cache: { attempts: { value: '4', ttl: 60_000 }, seen: 'yes' },
  });
  expect(writeTest({ ...simple, records })).toMatchInlineSnapshot(`
    "import '@signup-actions/testing/vitest';
    import { createMockCache, createMockEvent, runFlow } from '@signup-actions/testing';
    import { loadAction } from '@signup-actions/testing/node';
    import { expect, it } from 'vitest';

    const flow = [
      { ...loadAction(new URL("./Block - bots.js", import.meta.url), { secrets: {"KEY":"a\\"b"} }), name: "Block / bots", configuration: {"limit":"5"} },
    ];

    it("denies the signup", async () => {
      const cache = createMockCache({"attempts":{"value":"4","ttl":60000},"seen":"yes"});
      expect(await runFlow(flow, createMockEvent("universal-login", {
        "user": {
          "email": "eve@example.com"
        }
      }), { cache })).toHaveDenied("not \\"ours\\"", "No.");
    });
    "
  `);
});

it('writes an export that can be opened again', async () => {
  const files = writeExport(flow);
  const opened = await readOpened(
    Object.entries(files).map(([path, text]) => ({ path, read: () => Promise.resolve(text) })),
    { actions: [] },
  );

  expect(Object.keys(files)).toMatchInlineSnapshot(`
    [
      "triggers/triggers.json",
      "actions/Block - bots.json",
      "actions/Block - bots/code.js",
      "actions/tag.json",
      "actions/tag/code.js",
      "action-modules/team.json",
      "action-modules/team/code.js",
      "action-modules/unused.json",
      "action-modules/unused/code.js",
      "signup.test.js",
      "signup.signup.json",
    ]
  `);
  expect(opened).toEqual({
    // A test case has one configuration for all Actions.
    actions: flow.actions.map((action) => ({ ...action, configuration: [['limit', '5']] })),
    modules: flow.modules.slice(0, 1),
    isOwn: false,
    signups: flow.signups.map(({ from, changes, afterMs }) => ({
      startingPoint: from,
      event: `${JSON.stringify(changes, undefined, 2)}\n`,
      afterMs,
    })),
    notes: [
      'The signups are those of the test case signup.',
      'What the case expects is left out: signup-actions test compares it with what happens.',
    ],
  });
});

it('lists the files by the names of the Actions', () => {
  expect(listDownloads(simple, 0)).toMatchInlineSnapshot(`
    [
      {
        "fileName": "Block - bots.js",
        "id": "code",
        "label": "This Action",
      },
      {
        "fileName": "Block - bots.test.js",
        "id": "test",
        "label": "A test",
      },
      {
        "fileName": "Block - bots.signup.json",
        "id": "case",
        "label": "A test case",
      },
      {
        "fileName": "tenant.zip",
        "id": "export",
        "label": "All, as the deploy tool exports it",
      },
    ]
  `);
  expect(listDownloads(flow, 2).map(({ fileName }) => fileName)).toEqual([
    'team.js',
    'flow.test.js',
    'flow.signup.json',
    'tenant.zip',
  ]);
});

it('saves TypeScript as it is written, and as the platform runs it', async () => {
  const typed = {
    ...simple,
    actions: [
      {
        ...simple.actions[0]!,
        language: 'typescript' as const,
        code: 'export const onExecutePreUserRegistration = async (event: Event, api: Api) => {};\n',
      },
    ],
  };
  const read = async (id: 'code' | 'javascript'): Promise<string> =>
    (await toBlob(id, typed, 0)).text();

  expect(listDownloads(typed, 0).map(({ fileName }) => fileName)).toEqual([
    'Block - bots.ts',
    'Block - bots.js',
    'Block - bots.test.js',
    'Block - bots.signup.json',
    'tenant.zip',
  ]);
  expect(await read('code')).toContain('event: Event');
  expect(await read('javascript')).toContain('async (event, api) => {}');
  expect(JSON.parse(writeCase(typed))).toMatchObject({ actions: ['Block - bots.ts'] });
  expect(writeExport(await withJavaScript(typed))['actions/Block - bots/code.js']).toContain(
    'async (event, api) => {}',
  );
});
