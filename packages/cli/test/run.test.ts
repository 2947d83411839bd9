import { readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { createFolder, examples, signupActions, recordInColour } from './command.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [, command = ''] = /^npx signup-actions (.+)$/m.exec(readme) ?? [];
const shown = [...readme.matchAll(/^```text\n(.+?)^```/gms)].map(([, text = '']) =>
  text.replaceAll(/[\d.]+ ms/g, '0 ms'),
);

describe.concurrent('run', () => {
  it('prints what the README shows', async ({ expect }) => {
    const { stdout } = await signupActions(examples, ...command.split(' '));

    for (const text of shown.slice(0, 2)) expect(stdout).toContain(text);
  });

  it('runs the flow of an exported tenant on several signups', async ({ expect }) => {
    const done = await recordInColour(
      expect,
      'run',
      examples,
      'run',
      'tenant',
      '--env-file',
      'tenant.env',
      '--event',
      'signups',
    );

    expect(done.stdout).toMatchInlineSnapshot(`
      "── mallory@mail.disposable.example (disposable-address.json)
      DENIED by block-disposable-domains
        for the log   "disposable e-mail domain mail.disposable.example"
        for the user  "Please sign up with your work address."
      Actions
        ✓ limit-attempts            completed, 0 ms
            api.cache.get("attempts:203.0.113.66") → nothing
            api.cache.set("attempts:203.0.113.66", "1", {"ttl":3600000})
        ✗ block-disposable-domains  refused, 0 ms
            api.access.deny("disposable e-mail domain mail.disposable.example", "Please sign up with your work address.")
        · require-company           skipped
        · tag-plan                  skipped
      User not created

      ── grace@example.com (missing-company.json)
      INVALID by require-company
        for the log   "company_missing"
        for the user  "Please enter the name of your company."
      Actions
        ✓ limit-attempts            completed, 0 ms
            api.cache.get("attempts:198.51.100.4") → nothing
            api.cache.set("attempts:198.51.100.4", "1", {"ttl":3600000})
        ✓ block-disposable-domains  completed, 0 ms
        ✗ require-company           refused, 0 ms
            api.validation.error("company_missing", "Please enter the name of your company.")
        · tag-plan                  skipped
      User not created

      ── ada@corp.example (work-address.json)
      ALLOWED
      Actions
        ✓ limit-attempts            completed, 0 ms
            api.cache.get("attempts:198.51.100.4") → "1"
            api.cache.set("attempts:198.51.100.4", "2", {"expires_at":0})
        ✓ block-disposable-domains  completed, 0 ms
        ✓ require-company           completed, 0 ms
            api.user.setUserMetadata("company", "Analytical Engines")
        ✓ tag-plan                  completed, 0 ms
            api.user.setAppMetadata("plan", "team")
            api.user.setAppMetadata("signed_up_with", "Example Store")
      User as created
          email                        "ada@corp.example"
        + user_metadata.company        "Analytical Engines"
        + app_metadata.plan            "team"
        + app_metadata.signed_up_with  "Example Store"

      Summary
        mallory@mail.disposable.example  disposable-address.json  DENIED   block-disposable-domains: "disposable e-mail domain mail.disposable.example"
        grace@example.com                missing-company.json     INVALID  require-company: "company_missing"
        ada@corp.example                 work-address.json        ALLOWED
      3 signups: 1 allowed, 1 denied, 1 invalid
      "
    `);
    expect(done).toMatchObject({ status: 1, stderr: '' });
  });

  it('runs a file on a typical event, with every secret that is typed', async ({ expect }) => {
    const folder = createFolder({
      'tag.js': `exports.onExecutePreUserRegistration = async (event, api) => {
      console.log('the key is', event.secrets.API_KEY);
      api.user.setUserId('ada');
    };`,
    });

    const done = await signupActions(folder, 'run', 'tag.js', '--secret', 'API_KEY=abcdef');

    expect(done.stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      ALLOWED
      Actions
        ✓ tag  completed, 0 ms
            api.user.setUserId("ada")
            │ the key is [secret API_KEY]
      User as created
          email    "ada@example.com"
        + user_id  "auth0|ada"
      Diagnostics
        ! secret-exposed in tag: Console output shows the value of the secret API_KEY; remove it.
            tag.js:2:15 │ console.log('the key is', event.secrets.API_KEY);
        https://signup-actions.github.io/signup-actions/diagnostics#secret-exposed

      "
    `);
    expect(done).toMatchObject({ status: 0, stderr: '' });
  });

  it('runs CommonJS whatever the package.json above it says, with its own dependencies', async ({
    expect,
  }) => {
    const folder = createFolder({
      'package.json': { type: 'module' },
      'node_modules/words/package.json': { name: 'words', version: '1.0.0', main: 'index.js' },
      'node_modules/words/index.js': "module.exports = 'from a dependency';",
      'action.js': `const words = require('words');
      module.exports = { onExecutePreUserRegistration: async (event, api) => api.access.deny(words, 'no') };`,
    });

    expect(await signupActions(folder, 'run', 'action.js')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('for the log   "from a dependency"'),
    });
  });

  it.for([
    ['throws while it loads', "throw new Error('at load');", 'Error: at load'],
    [
      'throws',
      'exports.onExecutePreUserRegistration = async () => { throw new RangeError("no"); };',
      'RangeError: no',
    ],
    [
      'is not async',
      'exports.onExecutePreUserRegistration = () => {};',
      'must be an async function',
    ],
    [
      'ends the process',
      'exports.onExecutePreUserRegistration = async () => process.exit();',
      'ended the process',
    ],
    [
      'floats a rejection',
      'exports.onExecutePreUserRegistration = async () => { Promise.reject(new Error("floating")); await new Promise((done) => setTimeout(done, 50)); };',
      'Error: floating',
    ],
    [
      'exhausts its memory',
      'exports.onExecutePreUserRegistration = async () => { for (const kept = []; ; ) kept.push(Array(1000).fill(1)); };',
      'used up its memory',
    ],
  ])('ends with status 3 if an Action %s', async ([, code, words], { expect }) => {
    const folder = createFolder({ 'action.js': code });

    const { status, stdout } = await signupActions(folder, 'run', 'action.js');

    expect(stdout).toContain('FAILED');
    expect(stdout).toContain(words);
    expect(status).toBe(3);
  });
});
