import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { startSignupServer } from '../../src/server.ts';
import { createFolder } from '../command.ts';

const action = `exports.onExecutePreUserRegistration = async (event, api) => {
  const { email } = event.user;
  if (email.startsWith('deny')) return api.access.deny('on the list', 'Please write to us.');
  if (email.startsWith('invalid')) return api.validation.error('no_company', 'Please enter a company.');
  if (email.startsWith('throw')) throw new Error('lost');
};
`;
const names = ['ada', 'deny', 'invalid', 'throw', 'ada', 'weak', 'malformed'];

it.runIf(process.env['SIGNUP_ACTIONS_PLATFORMS'] === 'required')(
  'auth0-js signs up in Chromium',
  async () => {
    const folder = createFolder({ 'action.js': action });
    const server = await startSignupServer({
      tenant: join(folder, 'action.js'),
      https: join(folder, 'certificate.pem'),
    });
    const script = createRequire(import.meta.url).resolve('auth0-js/dist/auth0.min.js');
    // An application of another origin.
    const app = createServer((_, response) => void response.end('<title>App</title>'));
    const { port } = (await once(app.listen(0), 'listening').then(() =>
      app.address(),
    )) as AddressInfo;
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    try {
      const page = await browser.newPage({ ignoreHTTPSErrors: true });
      await page.goto(`http://localhost:${port}`);
      await page.addScriptTag({ content: readFileSync(script, 'utf8') });
      const results = await page.evaluate(
        `(async () => {
        const client = new auth0.WebAuth({ domain: '${new URL(server.url).host}', clientID: 'app' });
        const results = [];
        for (const name of ${JSON.stringify(names)}) {
          const email = name === 'malformed' ? 'nobody' : name + '@example.com';
          const password = name === 'weak' ? 'weak' : 'Correct-Horse-1';
          results.push(await new Promise((resolve) => client.signup(
            { email, password, connection: 'Username-Password-Authentication' },
            (error, user) => resolve(error ? [error.statusCode, error.code, error.policy] : user.email),
          )));
        }
        return results;
      })()`,
      );

      expect(results).toMatchInlineSnapshot(`
      [
        "ada@example.com",
        [
          400,
          "extensibility_error",
          undefined,
        ],
        [
          400,
          "extensibility_error",
          undefined,
        ],
        [
          500,
          null,
          undefined,
        ],
        [
          400,
          "user_exists",
          undefined,
        ],
        [
          400,
          "invalid_password",
          "* At least 8 characters in length
      * At least 3 of: lower case letters, upper case letters, numbers, special characters",
        ],
        [
          400,
          "invalid_request",
          undefined,
        ],
      ]
    `);
    } finally {
      await browser.close();
      app.close();
      await server.close();
    }
  },
);
