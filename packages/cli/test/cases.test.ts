import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@signup-actions/workbench/case';
import { expect, it } from 'vitest';
import { action, createFolder, signupActions, recordInColour } from './command.ts';

const block = action(
  `const count = Number(api.cache.get('attempts')?.value ?? 0) + 1;
  api.cache.set('attempts', String(count), { ttl: 60000 });
  if (count > 2) return api.access.deny('too many attempts', 'Please try again later.');
  if (event.user.email?.endsWith('@disposable.example')) {
    return api.access.deny('disposable address', 'Please use your work address.');
  }
  api.user.setAppMetadata('plan', 'free');`,
);

it('passes for what is expected, in JSON and YAML', async () => {
  const folder = createFolder({
    'block.js': block,
    'cases/refuses.signup.json': {
      event: { user: { email: 'eve@disposable.example' } },
      expect: {
        status: 'denied',
        refusal: { reason: { containing: 'disposable' }, userMessage: { matching: '^Please' } },
        cache: { attempts: '1' },
        calls: [['cache.get'], ['cache.set', 'attempts', '1'], ['access.deny']],
      },
    },
    'cases/counts.signup.yaml': `name: counts attempts for a minute
cache: { attempts: '1' }
signups:
  - expect: { status: allowed, metadata: { app: { plan: free } } }
  - expect: { refusal: { reason: too many attempts, action: block } }
  - afterMs: 61000
    expect: { status: allowed, cache: { other: null } }
`,
  });
  const { status, stdout, stderr } = await signupActions(folder, 'test');
  expect(stderr).toBe('');
  expect(stdout).toMatchInlineSnapshot(`
    "✓ counts attempts for a minute  cases/counts.signup.yaml
    ✓ refuses  cases/refuses.signup.json
    2 cases: 2 passed
    "
  `);
  expect(status).toBe(0);
});

it('fails with the messages of the kit', async () => {
  const folder = createFolder({
    'block.js': block,
    'a.signup.json': {
      event: { user: { email: 'eve@disposable.example' } },
      expect: { refusal: { reason: 'disposable email' }, cache: { attempts: '2' } },
    },
  });
  const { status, stdout } = await recordInColour(expect, 'test', folder, 'test');
  expect(stdout).toMatchInlineSnapshot(`
    "✗ a  a.signup.json
        expect(outcome).toHaveDenied("disposable email")

        Expected a call like:
          api.access.deny("disposable email", …)
        Recorded calls (3):
          1. api.cache.get("attempts") at block.js:2
          2. api.cache.set("attempts", "1", {"ttl":60000}) at block.js:3
          3. api.access.deny("disposable address", "Please use your work address.") at block.js:6   ← argument 1 differs

        Expected other values in cache:
          cache.attempts is "1"; expected "2"

    1 case: 1 failed
    "
  `);
  expect(status).toBe(1);
  for (const format of ['json', 'junit', 'github']) {
    const done = await signupActions(folder, 'test', '--format', format);
    expect(done.status).toBe(1);
    expect(done.stdout).toContain('a.signup.json');
    expect(done.stdout).toContain('argument 1 differs');
  }
});

it.each([
  ['throws', `throw new Error('broken');`],
  ['throws after a refusal', `api.access.deny('a', 'b'); throw new Error('broken');`],
  ['ends its process', `process.exit(0);`],
  ['refuses too late', `setTimeout(() => api.access.deny('a', 'b'), 20);`],
  ['denies without a message', `api.access.deny('a');`],
  ['reads a secret without a value', `api.access.deny('a', 'b'); void event.secrets.KEY;`],
  ['says undefined', 'api.access.deny(`for ${event.user.nickname}`, "b");'],
  ['leaves a crash behind', `setTimeout(() => { throw new Error('late'); }, 20);`],
])('never passes for an Action that %s', async (_, body) => {
  for (const expected of [{ status: 'denied' }, { status: 'allowed' }, { skipped: [] }]) {
    const folder = createFolder({ 'x.js': action(body), 'x.signup.json': { expect: expected } });
    expect((await signupActions(folder, 'test')).status).toBe(1);
  }
  const folder = createFolder({ 'x.js': action(body), 'x.signup.json': {} });
  expect((await signupActions(folder, 'test', '--update')).status).toBe(1);
  expect(readFileSync(join(folder, 'x.signup.json'), 'utf8')).toBe('{}');
});

it('passes for a failure and for a mistake that the case names', async () => {
  const folder = createFolder({
    'a/x.js': action(`throw new Error('the service is down');`),
    'a/x.signup.json': { expect: { status: 'failed', failure: 'service is down' } },
    'b/y.js': action(`api.access.deny('a');`),
    'b/y.signup.json': { expect: { status: 'denied', diagnostics: ['deny-without-user-message'] } },
  });
  expect(await signupActions(folder, 'test')).toMatchObject({ status: 0, stderr: '' });
});

it.each([
  [{ expct: {} }, 'the file has no field expct. Did you mean expect?'],
  [
    { expect: { refusal: { reson: 'x' } } },
    'expect.refusal has no field reson. Did you mean reason?',
  ],
  [
    { signups: [{ expect: { sttus: 'denied' } }] },
    'signups[0].expect has no field sttus. Did you mean status?',
  ],
  [{ event: { user: { emaill: 'x' } }, expect: { status: 'allowed' } }, 'Did you mean email?'],
  [{ expect: {} }, 'an expectation is empty'],
  [{ expect: { status: 'denid' } }, 'expect.status'],
  [{ expect: { refusal: { reason: { matching: '(' } } } }, 'is not a regular expression'],
  [{ event: {}, signups: [{}] }, 'a case has either event or signups'],
  [{ secrets: { KEY: 1 }, expect: { status: 'allowed' } }, 'secrets.KEY'],
  [{ actions: 'nowhere.js', expect: { status: 'allowed' } }, 'there is no such file'],
  [{ version: 2, expect: { status: 'allowed' } }, 'version'],
])('refuses %j before anything runs', async (content, message) => {
  const folder = createFolder({ 'x.js': block, 'x.signup.json': content });
  const { status, stdout, stderr } = await signupActions(folder, 'test');
  expect(stderr).toContain(message);
  expect(stderr).toContain('x.signup.json');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});

it('needs a case, and an expectation', async () => {
  const empty = createFolder({ 'x.js': block });
  expect((await signupActions(empty, 'test')).status).toBe(2);
  const folder = createFolder({ 'x.js': block, 'x.signup.json': { event: {} } });
  const { status, stdout } = await signupActions(folder, 'test');
  expect(stdout).toContain('The case expects nothing.');
  expect(status).toBe(1);
});

it('writes what happens with --update, and keeps comments, patterns and what is not wrong', async () => {
  const yaml = `# why this case exists
event:
  user: { email: eve@disposable.example } # a known domain
expect:
  # the log is searched for this
  status: allowed
  cache: { attempts: { matching: '^\\d$' } }
`;
  const folder = createFolder({
    'block.js': block,
    'a.signup.yaml': yaml,
    'b.signup.json': '{\n    "event": {}\n}\n',
  });
  const updated = await signupActions(folder, 'test', '--update');
  expect(updated).toMatchObject({ status: 0 });
  expect(readFileSync(join(folder, 'a.signup.yaml'), 'utf8')).toMatchInlineSnapshot(`
    "# why this case exists
    event:
      user: { email: eve@disposable.example } # a known domain
    expect:
      # the log is searched for this
      status: denied
      cache: { attempts: { matching: '^\\d$' } }
      refusal:
        action: block
        reason: disposable address
        userMessage: Please use your work address.
    "
  `);
  expect(readFileSync(join(folder, 'b.signup.json'), 'utf8')).toMatchInlineSnapshot(`
    "{
        "event": {},
        "expect": {
            "status": "allowed",
            "metadata": {
                "app": {
                    "plan": "free"
                }
            }
        }
    }
    "
  `);
  expect(await signupActions(folder, 'test')).toMatchObject({ status: 0 });
});

it.for([
  { file: 'a.signup.json', text: '{\r\n  "actions": "gate.js",\r\n  "event": {}\r\n}\r\n' },
  { file: 'a.signup.yaml', text: 'actions: gate.js\r\nevent: {}\r\n' },
])('keeps the line ends of Windows with --update in $file', async ({ file, text }) => {
  const folder = createFolder({ 'gate.js': action(''), [file]: text });

  expect(await signupActions(folder, 'test', '--update')).toMatchObject({ status: 0 });

  const updated = readFileSync(join(folder, file), 'utf8');
  expect(updated).toContain('expect');
  expect(updated.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

it('keeps each expectation with --update, with the value that it has now', async () => {
  const folder = createFolder({
    'block.js': block,
    'a.signup.json': {
      expect: {
        cache: { attempts: '7', other: '1' },
        metadata: { app: { plan: { containing: 'fr' } } },
        ran: ['block'],
        user: { app_metadata: { plan: 'gold' } },
      },
    },
  });
  expect(await signupActions(folder, 'test', '--update')).toMatchObject({ status: 0 });
  expect(JSON.parse(readFileSync(join(folder, 'a.signup.json'), 'utf8'))).toEqual({
    expect: {
      cache: { attempts: '1', other: null },
      metadata: { app: { plan: { containing: 'fr' } } },
      ran: ['block'],
      user: { app_metadata: { plan: 'free' } },
    },
  });
});

it('runs only the cases that --only names', async () => {
  const folder = createFolder({
    'block.js': block,
    'a.signup.json': { expect: { status: 'denied' } },
    'b.signup.json': { name: 'allows', expect: { status: 'allowed' } },
  });
  expect(await signupActions(folder, 'test', '--only', 'allows')).toMatchObject({ status: 0 });
  expect((await signupActions(folder, 'test', '--only', 'other')).status).toBe(2);
});

it('says once that a flow failed, whatever is expected', async () => {
  const folder = createFolder({
    'own.js': action("throw new Error('broken');"),
    'a.signup.json': {
      expect: { status: 'allowed', metadata: { app: { plan: 'free' } }, ran: ['own'] },
    },
  });

  const { stdout } = await signupActions(folder, 'test');

  expect(stdout).toMatchInlineSnapshot(`
    "✗ a  a.signup.json
        Expected the flow not to fail, but own failed at own.js:2: Error: broken.
        Recorded calls (0): none.
        If the Action is meant to fail, expect "failure": a part of this message.

    1 case: 1 failed
    "
  `);
});

it('explains each field of the format in the README', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  for (const field of listFields(toJsonSchema())) expect(readme).toContain(`\`${field}\``);
});

/** The names of all fields in a JSON schema. */
function listFields(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {} } = schema as { readonly properties?: object };
  return [...Object.keys(properties), ...Object.values(schema).flatMap(listFields)];
}

it('publishes the schema by which cases are checked', async () => {
  const file = join(import.meta.dirname, '../schema/signup-case.schema.json');
  await expect(`${JSON.stringify(toJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot(file);
});

it('signups of a case share a process, however many cases there are', async () => {
  const counts = `let count = 0;\n${action("api.user.setAppMetadata('count', (count += 1));")}`;
  const expected = (count: number): object => ({ expect: { metadata: { app: { count } } } });
  const signups = [expected(1), expected(2), expected(3)];
  const cases = Array.from({ length: 10 }, (_, index) => [`${index}.signup.json`, { signups }]);
  const folder = createFolder({ 'own.js': counts, ...Object.fromEntries(cases) });

  const { stdout } = await signupActions(folder, 'test');

  expect(stdout).toContain('10 cases: 10 passed');
});
