import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dump } from 'auth0-deploy-cli';
import { expect, test } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

const trigger = 'pre-user-registration';
const supported = { supported_triggers: [{ id: trigger, version: 'v2' }], runtime: 'node22' };
const declared = { ...supported, dependencies: [], secrets: [], all_changes_deployed: true };

/** Names as tenants have them: the tool cannot use all of these characters in paths. */
const actions = [
  {
    ...declared,
    id: 'act-1',
    name: 'Tag / plan: free?',
    code: action(
      "const { toPlan } = require('actions:plans');\n  api.user.setAppMetadata('plan', toPlan(event.secrets.KEY.length));",
    ),
    secrets: [{ name: 'KEY', updated_at: '2026-01-01T00:00:00.000Z' }],
    modules: [
      {
        module_id: 'mod-1',
        module_name: 'plans',
        module_version_id: 'v',
        module_version_number: 3,
      },
    ],
  },
  {
    ...declared,
    id: 'act-2',
    name: '日本語 draft',
    code: action("api.access.deny('draft', 'Please wait.');").replaceAll('\n', '\r\n'),
    all_changes_deployed: false,
  },
  {
    ...declared,
    id: 'act-3',
    name: 'Arkose Bot Manager',
    code: '',
    installed_integration_id: 'integration',
    integration: { id: 'integration' },
  },
  { ...declared, id: 'act-4', name: 'Not bound', code: 'this is broken (' },
  { ...declared, id: 'act-5', name: 'Empty', code: '' },
];
const modules = [
  {
    id: 'mod-1',
    name: 'plans',
    code: 'exports.toPlan = (length) => `plan ${length}`;',
    dependencies: [],
    secrets: [],
    all_changes_published: true,
    latest_version_number: 3,
    actions_using_module_total: 1,
  },
];
const bindings = ['act-1', 'act-3', 'act-2'].map((id, index) => ({
  id: `binding-${index}`,
  trigger_id: trigger,
  display_name: `Step ${index + 1}`,
  action: actions.find((candidate) => candidate.id === id),
}));

/** What the Management API returns. */
const responses: Readonly<Record<string, unknown>> = {
  '/api/v2/actions/actions': { actions, total: actions.length, page: 0, per_page: 100 },
  '/api/v2/actions/modules': { modules, total: modules.length, page: 0, per_page: 100 },
  '/api/v2/actions/triggers': { triggers: [{ id: trigger, version: 'v2', status: 'CURRENT' }] },
  [`/api/v2/actions/triggers/${trigger}/bindings`]: { bindings, total: 3, page: 0, per_page: 50 },
};

/** Exports the tenant with the real deploy tool, which sends its requests to a server of ours. */
async function exportTenant(folder: string, format: 'directory' | 'yaml'): Promise<void> {
  const server = createServer(({ url = '' }, response) => {
    const body = responses[url.replace(/\?.*/, '')] ?? [];
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const send = globalThis.fetch;
  // The tool knows only addresses that begin with https.
  globalThis.fetch = (input, init) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    return send(`http://127.0.0.1:${port}${pathname}${search}`, init);
  };
  try {
    await dump({
      output_folder: folder,
      format,
      config: {
        AUTH0_DOMAIN: 'tenant.test',
        AUTH0_ACCESS_TOKEN: 'token',
        AUTH0_INCLUDED_ONLY: ['actions', 'actionModules', 'triggers'],
      },
    } as unknown as Parameters<typeof dump>[0]);
  } finally {
    globalThis.fetch = send;
    server.close();
  }
}

test.for(['directory', 'yaml'] as const)(
  'an export that the real tool wrote as %s runs',
  async (format) => {
    const folder = createFolder({});
    await exportTenant(folder, format);
    const { status, stdout, stderr } = await signupActions(
      folder,
      'run',
      '.',
      '--secret',
      'KEY=secret',
    );
    expect(stderr).toBe('');
    expect(stdout).toMatchInlineSnapshot(`
      "Note: Arkose Bot Manager is bound to pre-user-registration, but its code is not here, as for Actions of the Marketplace: it is skipped.
      Note: 日本語 draft: This is a draft: the export says that the platform runs another version, until this one is deployed.

      ── ada@example.com (universal-login)
      DENIED by 日本語 draft
        for the log   "draft"
        for the user  "Please wait."
      Actions
        ✓ Tag / plan: free?  completed, 0 ms
            api.user.setAppMetadata("plan", "plan 6")
        ✗ 日本語 draft       refused, 0 ms
            api.access.deny("draft", "Please wait.")
      User not created

      "
    `);
    expect(status).toBe(1);
  },
);

test('list shows an export of the real tool as the tenant has it', async () => {
  const folder = createFolder({});
  await exportTenant(folder, 'directory');
  const { stdout } = await signupActions(folder, 'list', '.');
  expect(stdout).toMatchInlineSnapshot(`
    "1. Tag / plan: free?
       file      actions/Tag - plan- free-/code.js
       shown as  Step 1
       runtime   node22
       modules   plans version 3
       secrets   KEY (no value)
    2. 日本語 draft (draft)
       file      actions/日本語 draft/code.js
       shown as  Step 3
       runtime   node22
    Note: Arkose Bot Manager is bound to pre-user-registration, but its code is not here, as for Actions of the Marketplace: it is skipped.
    Note: Actions that are not bound to pre-user-registration are left out: Empty, Not bound.
    "
  `);
});
