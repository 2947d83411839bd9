import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createMockEvent, runAction } from '@signup-actions/testing';
import type { Event } from '@signup-actions/types';
import { MockAgent, setGlobalDispatcher } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readText, root } from './read-pages.ts';

// A missing secret opens no door: an Action that refuses a signup must not allow it without its secrets.

const byEmail = (email?: string) => createMockEvent({ user: { email } });
const mallory = byEmail('mallory@disposable.example');
const byBody = (body: object) => createMockEvent({ request: { body } });
const byApi = (metadata: object) =>
  createMockEvent('api-signup', { request: { body: { user_metadata: metadata } } });

type Secrets = Readonly<Record<string, string>>;

/** By the Action: signups that it refuses, and the secrets that it takes for that. */
const refused: Record<string, readonly [secrets: Secrets, ...signups: Event[]]> = {
  'docs/recipes/allow-list.js': [
    { ALLOWED_DOMAINS: 'corp.example' },
    ...['mallory@disposable.example', 'mallory', '@', '', undefined].map(byEmail),
  ],
  'docs/recipes/api-signups.js': [
    { SIGNUP_KEY: 'example-signup-key' },
    byApi({}),
    byApi({ signup_key: '' }),
    byApi({ signup_key: 'undefined' }),
  ],
  'docs/recipes/call-api.js': [
    { REGISTER_URL: 'https://register.example.com', REGISTER_KEY: 'example-key' },
    byBody({ 'ulp-company-number': '01234567' }),
  ],
  'docs/recipes/fail-closed.js': [
    { REPUTATION_URL: 'https://reputation.example.com/check' },
    mallory,
  ],
  'docs/recipes/fail-open.js': [
    { REPUTATION_URL: 'https://reputation.example.com/check' },
    mallory,
  ],
  'docs/recipes/invite-codes.js': [
    { INVITE_CODES: 'spring-7f3a, autumn-91c2' },
    byBody({}),
    byBody({ 'ulp-invite': '' }),
    byBody({ 'ulp-invite': 'undefined' }),
  ],
  'examples/jest-typescript/actions/require-invite.ts': [
    { INVITE_CODES: 'spring-7f3a, autumn-91c2' },
    byBody({}),
    byBody({ 'ulp-invite': '' }),
  ],
  'examples/jest-typescript/actions/verify-company.ts': [
    { REGISTER_URL: 'https://register.example.com' },
    byBody({ 'ulp-company-number': '01234567' }),
  ],
  'examples/node-test/actions/one-account-per-address.cjs': [
    { DOMAIN: 'tenant.example.com', MANAGEMENT_TOKEN: 'example-token' },
    mallory,
  ],
  'examples/tenant/actions/block-disposable-domains/code.js': [
    { BLOCKED_DOMAINS: 'disposable.example' },
    mallory,
  ],
};

/** Actions whose refusals do not depend on a secret. */
const others = [
  'examples/tenant/actions/tag-plan/code.js',
  // Allows signups while its service does not respond, and a missing key has the same effect.
  'examples/vitest-javascript/actions/check-reputation.cjs',
];

const agent = new MockAgent();
beforeAll(() => {
  agent.disableNetConnect();
  setGlobalDispatcher(agent);
  const answer = (origin: string, path: RegExp, status: number, body: object) =>
    agent.get(origin).intercept({ path }).reply(status, body).persist();
  answer('https://reputation.example.com', /^\/check/, 200, { abusive: true });
  answer('https://register.example.com', /^\/companies/, 404, {});
  answer('https://tenant.example.com', /users-by-email/, 200, [{ user_id: 'auth0|1' }]);
});
afterAll(() => agent.close());

/** How each of the signups ends when the Action has these secrets. */
async function listStatuses(file: string, secrets: Secrets): Promise<readonly string[]> {
  const action = createRequire(import.meta.url)(`${root}/${file}`);
  const [, ...signups] = refused[file] ?? [{}];
  const statuses: string[] = [];
  for (const signup of signups) {
    const outcome = await runAction(action, { ...signup, secrets });
    statuses.push(outcome.status);
  }
  return statuses;
}

const actions = Object.keys(refused);
const emptied = (secrets: Secrets = {}): Secrets =>
  Object.fromEntries(Object.keys(secrets).map((name) => [name, '']));

it.each(actions)('%s refuses them while it has its secrets', async (file) => {
  for (const status of await listStatuses(file, refused[file]?.[0] ?? {})) {
    expect(status).toMatch(/^(?:denied|invalid)$/);
  }
});

it.each(actions)('%s admits none of them without its secrets', async (file) => {
  expect(await listStatuses(file, {})).not.toContain('allowed');
});

// An example's list of what is blocked may be empty.
it.each(actions.filter((file) => file.startsWith('docs/recipes/')))(
  '%s admits none of them while its secrets are empty',
  async (file) => {
    expect(await listStatuses(file, emptied(refused[file]?.[0]))).not.toContain('allowed');
  },
);

it('leaves out no Action that reads a secret', () => {
  const files = globSync('{docs/recipes,examples/*/actions/**}/*.{js,cjs,ts}', { cwd: root });
  const readers = files.filter(
    (file) => !file.endsWith('.test.ts') && readText(file).includes('.secrets'),
  );

  expect(readers.toSorted()).toEqual([...actions, ...others].toSorted());
});
