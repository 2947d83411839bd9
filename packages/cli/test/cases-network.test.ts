// What services respond in a case, in real processes.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions, type Done } from './command.ts';

const test = (files: Readonly<Record<string, unknown>>, ...args: string[]): Promise<Done> =>
  signupActions(createFolder(files), 'test', ...args);

/** Tells of a request of each client of Node. */
const asks = action(`const { get } = require('node:https');
  const fetched = await fetch('https://api.example.com/users?email=' + event.user.email, { method: 'POST' });
  const got = await new Promise((resolve, reject) => {
    get('https://api.example.com/plans', (response) => {
      let text = '';
      response.on('data', (part) => (text += part)).on('end', () => resolve([response.statusCode, text]));
    }).on('error', reject);
  });
  api.user.setAppMetadata('fetched', [fetched.status, fetched.headers.get('x-quota'), await fetched.json()]);
  api.user.setAppMetadata('got', got);`);

const users = {
  when: 'POST https://api.example.com/users',
  respond: { status: 201, headers: { 'x-quota': '7' }, body: { id: 5 } },
};
const plans = { when: 'GET https://*.example.com/*', respond: { body: 'free' } };
const allowed = { status: 'allowed' };

describe.concurrent('the network of a case', () => {
  it('is written as the README shows it', async ({ expect }) => {
    const score =
      action(`const { score } = await (await fetch('https://api.example.com/score')).json();
  await fetch('https://log.example.com/').catch(() => {});
  if (score > 5) api.access.deny(\`score \${score}\`, 'Please use another address.');`);
    const { stdout } = await test({
      'score.js': score,
      'a.signup.yaml': `network:
  - when: GET https://api.example.com/score
    respond: { body: { score: 9 } }
  - when: '* https://*.example.com/*'
    respond: { error: ECONNREFUSED }
expect: { refusal: { reason: score 9 } }
`,
    });

    expect(stdout).toBe('✓ a  a.signup.yaml\n1 case: 1 passed\n');
  });

  it('responds to fetch and to node:http alike', async ({ expect }) => {
    const app = { fetched: [201, '7', { id: 5 }], got: [200, 'free'] };
    const network = [users, plans];

    const { stdout, stderr } = await test({
      'asks.js': asks,
      'a.signup.json': { network, expect: { ...allowed, metadata: { app } } },
    });

    expect({ stdout, stderr }).toEqual({
      stdout: '✓ a  a.signup.json\n1 case: 1 passed\n',
      stderr: '',
    });
  });

  it('fails a case that makes another request, even if the Action catches it', async ({
    expect,
  }) => {
    const careless = action(
      "const response = await fetch('https://api.example.com/users?key=' + event.secrets.KEY).catch(() => undefined);\n  if (response?.ok) api.access.deny('known', 'Sorry.');",
    );
    const { status, stdout } = await test(
      {
        'own.js': careless,
        'a.signup.json': {
          secrets: { KEY: 'made-up-value' },
          network: [users],
          expect: allowed,
        },
        'b.signup.yaml': 'network: []\nsecrets: { KEY: made-up-value }\n',
      },
      '--update',
    );

    expect(stdout).toMatchInlineSnapshot(`
      "✗ a  a.signup.json
          The case has no response for GET https://api.example.com/users?key=[secret KEY].
          Add one to "network": { "when": "GET https://api.example.com/users", "respond": { "status": 200, "body": {} } }

          ! No request got the response for POST https://api.example.com/users: correct it, or remove it from "network".
      ✗ b  b.signup.yaml
          The case has no response for GET https://api.example.com/users?key=[secret KEY].
          Add one to "network": { "when": "GET https://api.example.com/users", "respond": { "status": 200, "body": {} } }

      2 cases: 2 failed
      "
    `);
    expect(status).toBe(1);
  });

  it('has responses of a signup, some for one request only', async ({ expect }) => {
    const retries = action(`const statuses = [];
  for (let i = 0; i < 2; i += 1) statuses.push((await fetch('http://api.example.com')).status);
  api.user.setAppMetadata('statuses', statuses);`);
    const all = { when: 'GET http://api.example.com', respond: {} };
    const busy = { when: '* *', respond: { status: 429 }, times: 1, delayMs: 5 };
    const expecting = (...statuses: number[]) => ({ metadata: { app: { statuses } } });
    const signups = [
      { network: [busy], expect: expecting(429, 200) },
      { expect: expecting(200, 200) },
    ];

    const { stdout } = await test({
      'retries.js': retries,
      'a.signup.json': { network: [all], signups },
    });

    expect(stdout).toContain('1 case: 1 passed');
  });

  it('can be that a service is down, or never responds', async ({ expect }) => {
    const waits = action(`const told = [];
  for (const name of ['down', 'silent']) {
    const signal = AbortSignal.timeout(50);
    await fetch(\`https://\${name}.example.com\`, { signal }).catch((error) => told.push(error.cause?.code ?? error.name));
  }
  api.access.deny(told.join(), 'No.');`);
    const network = [
      { when: 'GET https://down.example.com/', respond: { error: 'ENOTFOUND' } },
      { when: 'GET https://silent.example.com/', respond: 'never' },
    ];
    const { stdout } = await test({
      'waits.js': waits,
      'a.signup.json': { network, expect: { refusal: { reason: 'ENOTFOUND,TimeoutError' } } },
    });

    expect(stdout).toContain('1 case: 1 passed');
  });

  it('lets nothing else leave the process', async ({ expect }) => {
    const escapes =
      action(`const [net, dns, dgram, http2] = ['net', 'dns', 'dgram', 'http2'].map((name) => require(name));
  const told = [];
  const tell = (error) => told.push(error?.message);
  await new Promise((resolve) => {
    const socket = net.connect(4, '127.0.0.1');
    socket.on('connect', () => socket.write('\\0\\n')).on('error', (error) => resolve(tell(error)));
  });
  await dns.promises.resolveMx('corp.example').catch(tell);
  await new Promise((resolve) => dns.lookup('corp.example', (error) => resolve(tell(error))));
  try { dgram.createSocket('udp4').unref().send('x', 53, '127.0.0.1'); } catch (error) { tell(error); }
  try { http2.connect('https://corp.example'); } catch (error) { tell(error); }
  api.access.deny(told.join('; '), 'No.');`);
    const { stdout } = await test({
      'escapes.js': escapes,
      'a.signup.json': { network: [], expect: { status: 'denied', refusal: { reason: '' } } },
    });

    expect(stdout).toMatchInlineSnapshot(`
      "✗ a  a.signup.json
          expect(outcome).toHaveDenied("")

          Expected a call like:
            api.access.deny("", …)
          Recorded calls (1):
            1. api.access.deny("connect ECONNREFUSED 127.0.0.1:4; queryMx ECONNREFUSED corp.example; getaddrinfo ECONNREFUSED corp.example; send ECONNREFUSED; connect ECONNREFUSED https://corp.example", "No.") at escapes.js:13   ← argument 1 differs

          ! An Action opened a connection to 127.0.0.1:4, which was refused as if nothing were there: a case with "network" sends nothing, and responds to HTTP only.
          ! An Action looked up corp.example, which was refused as if nothing were there: a case with "network" sends nothing, and responds to HTTP only.
          ! An Action sent a UDP message, which was refused as if nothing were there: a case with "network" sends nothing, and responds to HTTP only.
          ! An Action opened an HTTP/2 connection to https://corp.example, which was refused as if nothing were there: a case with "network" sends nothing, and responds to HTTP only.
      1 case: 1 failed
      "
    `);
  });

  it('names what no request got, which fails no case', async ({ expect }) => {
    const files = {
      'own.js': action(''),
      'a.signup.json': { network: [users], expect: allowed },
    };
    const formats = await Promise.all(
      ['text', 'json', 'junit', 'github'].map((format) => test(files, '--format', format)),
    );

    expect(formats.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    expect(formats.map(({ stdout }) => stdout).join('\n')).toMatchInlineSnapshot(`
      "✓ a  a.signup.json
          ! No request got the response for POST https://api.example.com/users: correct it, or remove it from "network".
      1 case: 1 passed

      {
        "schemaVersion": 1,
        "cases": [
          {
            "file": "a.signup.json",
            "name": "a",
            "status": "passed",
            "failures": [],
            "notes": [
              "No request got the response for POST https://api.example.com/users: correct it, or remove it from \\"network\\"."
            ]
          }
        ]
      }

      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="signup-actions test" tests="1" failures="0">
        <testcase classname="a.signup.json" name="a">
          <system-out>No request got the response for POST https://api.example.com/users: correct it, or remove it from &quot;network&quot;.</system-out>
        </testcase>
      </testsuite>

      1 case passed
      ::warning file=a.signup.json,line=1,title=a::No request got the response for POST https://api.example.com/users: correct it, or remove it from "network".
      "
    `);
  });

  it('keeps the signups of a case in one process', async ({ expect }) => {
    const counts = `let count = 0;\n${action("count += 1;\n  await fetch('https://a.example.com');\n  api.user.setAppMetadata('count', count);")}`;
    const toSignup = (count: number) => ({ expect: { metadata: { app: { count } } } });
    const { stdout } = await test({
      'counts.js': counts,
      'a.signup.json': {
        network: [{ when: '* *', respond: {} }],
        signups: [toSignup(1), toSignup(2)],
      },
    });

    expect(stdout).toContain('1 case: 1 passed');
  });

  it('is checked before anything runs', async ({ expect }) => {
    const wrong = {
      form: [{ when: 'https://a.example.com', respond: {} }],
      method: [{ when: 'get https://a.example.com', respond: {} }],
      missing: [{ when: 'GET https://a.example.com' }],
      field: [{ when: 'GET https://a.example.com', respond: { stauts: 404 } }],
      more: [{ when: 'GET https://a.example.com', reply: {} }],
      status: [{ when: 'GET https://a.example.com', respond: { status: 99 } }],
      text: [{ when: 'GET https://a.example.com', respond: 'later' }],
      error: [{ when: 'GET https://a.example.com', respond: { error: 'it is down' } }],
      header: [{ when: 'GET https://a.example.com', respond: { headers: { 'no header': '1' } } }],
      times: [{ when: 'GET https://a.example.com', respond: {}, times: 0 }],
      object: { when: 'GET https://a.example.com', respond: {} },
    };
    const messages: string[] = [];
    for (const [name, network] of Object.entries(wrong)) {
      const { status, stderr } = await test({
        'own.js': action(''),
        'a.signup.json': { network, expect: allowed },
      });
      expect(status).toBe(2);
      messages.push(`${name}: ${stderr}`);
    }
    expect(messages.join('')).toMatchInlineSnapshot(`
      "form: error: Failed to read ~/a.signup.json: network[0].when must be a method and an address, such as "GET https://api.example.com/users".
      method: error: Failed to read ~/a.signup.json: network[0].when must be a method and an address, such as "GET https://api.example.com/users".
      missing: error: Failed to read ~/a.signup.json: network[0].respond must be a response such as { "status": 200, "body": {} }, an error such as { "error": "ECONNREFUSED" }, or "never".
      field: error: Failed to read ~/a.signup.json: network[0].respond has no field stauts. Did you mean status?
      more: error: Failed to read ~/a.signup.json: network[0] has no field reply.
      The fields there are when, respond, delayMs, times.
      status: error: Failed to read ~/a.signup.json: network[0].respond.status must be a status from 200 to 599.
      text: error: Failed to read ~/a.signup.json: network[0].respond must be a response such as { "status": 200, "body": {} }, an error such as { "error": "ECONNREFUSED" }, or "never".
      error: error: Failed to read ~/a.signup.json: network[0].respond.error must be a code of Node such as "ECONNREFUSED".
      header: error: Failed to read ~/a.signup.json: network[0].respond.headers: "no header" is not a header, or its value cannot be sent.
      times: error: Failed to read ~/a.signup.json: network[0].times must be a whole number from 1.
      object: error: Failed to read ~/a.signup.json: network must be a list but is an object.
      "
    `);
  });
});

describe.concurrent('run --save-case', () => {
  it('saves what services respond, without secrets, and the case passes without them', async ({
    expect,
  }) => {
    let count = 0;
    const server = createServer((request, response) => {
      if (request.url === '/never') return;
      response.statusCode = request.method === 'POST' ? 201 : 200;
      response.setHeader(
        'content-type',
        request.url === '/text' ? 'text/plain' : 'application/json',
      );
      count += 1;
      response.end(request.url === '/text' ? `text ${count}` : '{"key":"very-secret"}');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const base = `http://127.0.0.1:${port}`;
    const folder = createFolder({
      'own.js': action(`const { request } = require('node:http');
  const { key } = await (await fetch('${base}/json?key=' + event.secrets.KEY)).json();
  const texts = [];
  for (let i = 0; i < 2; i += 1) texts.push(await (await fetch('${base}/text')).text());
  const posted = await new Promise((resolve, reject) => {
    request('${base}/post', { method: 'POST' }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    }).on('error', reject).end('x');
  });
  const down = await fetch('http://127.0.0.1:4/down').catch((error) => error.cause.code);
  const silent = await fetch('${base}/never', { signal: AbortSignal.timeout(100) }).catch((error) => error.name);
  api.user.setAppMetadata('all', [typeof key, texts, posted, down, silent]);`),
      'own.env': 'KEY=very-secret',
    });
    const run = (...args: string[]) => signupActions(folder, ...args, '--env-file', 'own.env');

    const saved = await run('run', 'own.js', '--save-case', 'own.signup.json');
    server.close();
    server.closeAllConnections();
    const tested = await run('test', 'own.signup.json');

    expect(saved.stderr).toMatchInlineSnapshot(`
      "Note: The case has what services responded: see that it contains no personal data.
      Note: The case has no secrets. Pass them to signup-actions test with --env-file FILE, or state made-up ones as "secrets".
      Saved as own.signup.json
      "
    `);
    const text = readFileSync(join(folder, 'own.signup.json'), 'utf8');
    expect(text).not.toContain('very-secret');
    const { network } = JSON.parse(text.replaceAll(String(port), '80')) as object & {
      network: object;
    };
    expect(network).toMatchInlineSnapshot(`
      [
        {
          "respond": {
            "body": {
              "key": "[secret KEY]",
            },
            "status": 200,
          },
          "when": "GET http://127.0.0.1:80/json?key=*",
        },
        {
          "respond": {
            "body": {
              "key": "[secret KEY]",
            },
            "status": 201,
          },
          "when": "POST http://127.0.0.1:80/post",
        },
        {
          "respond": {
            "error": "ECONNREFUSED",
          },
          "when": "GET http://127.0.0.1:4/down",
        },
        {
          "respond": "never",
          "when": "GET http://127.0.0.1:80/never",
        },
        {
          "respond": {
            "body": "text 2",
            "headers": {
              "content-type": "text/plain",
            },
            "status": 200,
          },
          "times": 1,
          "when": "GET http://127.0.0.1:80/text",
        },
        {
          "respond": {
            "body": "text 3",
            "headers": {
              "content-type": "text/plain",
            },
            "status": 200,
          },
          "when": "GET http://127.0.0.1:80/text",
        },
      ]
    `);
    expect(tested).toMatchObject({ status: 0, stdout: expect.stringContaining('1 passed') });
  });
});
