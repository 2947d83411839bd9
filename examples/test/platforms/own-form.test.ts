import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { startSignupServer, type SignupServer } from '@signup-actions/cli/server';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** An application with a form of its own, which signs people up at this address. */
const toApp = (domain: string): string => `<!doctype html>
<title>Example Store</title>
<form>
  <label>Email <input name="email" type="email"></label>
  <label>Password <input name="password" type="password"></label>
  <button>Sign up</button>
</form>
<p role="status"></p>
<script>
  document.querySelector('form').addEventListener('submit', async (submitted) => {
    submitted.preventDefault();
    const form = Object.fromEntries(new FormData(submitted.target));
    const response = await fetch('${domain}/dbconnections/signup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...form, client_id: 'store', connection: 'Username-Password-Authentication',
      }),
    });
    const { email, friendly_message, message } = await response.json();
    document.querySelector('p').textContent =
      response.ok ? 'Welcome, ' + email : friendly_message || message;
  });
</script>`;

const examples = fileURLToPath(new URL('../../', import.meta.url));

describe.runIf(process.env['SIGNUP_ACTIONS_PLATFORMS'] === 'required')('the form', () => {
  let server: SignupServer;
  let app: Server;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    server = await startSignupServer({
      tenant: `${examples}tenant`,
      envFile: `${examples}tenant.env`,
    });
    app = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(toApp(server.url));
    });
    await once(app.listen(0, '127.0.0.1'), 'listening');
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(async () => {
    await browser.close();
    app.close();
    await server.close();
  });
  beforeEach(async () => {
    server.reset();
    page = await browser.newPage();
    await page.goto(`http://localhost:${(app.address() as AddressInfo).port}`);
  });

  async function signUp(email: string): Promise<void> {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill('Correct-Horse-1');
    await page.getByRole('button').click();
  }
  const readStatus = (): Promise<string> => page.getByRole('status').innerText();

  it('welcomes a user, whom the Actions have given a plan', async () => {
    await signUp('ada@corp.example');

    await expect.poll(readStatus).toBe('Welcome, ada@corp.example');
    expect(server.signups).toMatchObject([
      { status: 'allowed', outcome: { user: { app_metadata: { plan: 'team' } } } },
    ]);
  });

  it('shows why an Action refuses', async () => {
    await signUp('mallory@disposable.example');

    await expect.poll(readStatus).toBe('Please sign up with your work address.');
    expect(server.signups).toMatchObject([{ status: 'denied' }]);
  });
});
