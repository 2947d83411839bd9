import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runAction } from '@signup-actions/testing';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('an outcome has what its Actions print, which is printed too', async () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const outcome = await runAction(async (event) => {
    console.log('signup of %s', event.user.email, { score: 3 });
    await Promise.resolve();
    console.warn(new Error('slow').message);
  });

  expect(outcome.console).toEqual([
    { method: 'log', text: 'signup of ada@example.com { score: 3 }' },
    { method: 'warn', text: 'slow' },
  ]);
  expect(print).toHaveBeenCalledWith('signup of %s', 'ada@example.com', { score: 3 });
});

it('the output of flows that run at the same time is told apart', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const print = (text: string) => async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn += 1) {
      console.log(text);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const outcomes = await Promise.all([runAction(print('first')), runAction(print('second'))]);
  console.log('the test itself');

  expect(outcomes.map((outcome) => outcome.console.map(({ text }) => text))).toEqual([
    ['first', 'first', 'first'],
    ['second', 'second', 'second'],
  ]);
});

it('an outcome has the requests of fetch, answered or not', async () => {
  vi.stubGlobal('fetch', async (input: unknown) => {
    if (String(input).endsWith('/down')) throw new TypeError('fetch failed');
    return new Response('{}', { status: 201 });
  });
  const replaced = globalThis.fetch;
  const outcome = await runAction(async () => {
    await fetch('https://api.example/check');
    await fetch(new Request('https://api.example/check', { method: 'POST' }));
    await fetch(new URL('https://api.example/down'), { method: 'put' }).catch(() => {});
  });

  expect(outcome.requests).toEqual([
    { method: 'GET', url: 'https://api.example/check', status: 201 },
    { method: 'POST', url: 'https://api.example/check', status: 201 },
    { method: 'PUT', url: 'https://api.example/down' },
  ]);
  expect(globalThis.fetch).toBe(replaced);
});

it('an outcome has the requests of node:http', async () => {
  const server = createServer((_request, response) => response.writeHead(202).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const outcome = await runAction(
    async () =>
      new Promise<void>((resolve) => {
        get({ port, host: '127.0.0.1', path: '/check?ip=1' }, (response) =>
          response.resume().on('end', () => resolve()),
        );
      }),
  );
  server.close();

  expect(outcome.requests).toEqual([
    { method: 'GET', url: `http://127.0.0.1:${port}/check?ip=1`, status: 202 },
  ]);
});

it('what a test replaces while a flow runs stays replaced', async () => {
  vi.stubGlobal('fetch', async () => new Response());
  const own = async (): Promise<Response> => new Response();
  await runAction(async () => {
    globalThis.fetch = own;
  });

  expect(globalThis.fetch).toBe(own);
});

it('output is not printed with an outcome, and does not change comparisons', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const silent = await runAction(async function act() {});
  const loud = await runAction(async function act() {
    console.log('loud');
  });

  expect(Object.keys(loud)).toEqual(Object.keys(silent));
  expect(JSON.stringify(loud)).not.toContain('loud');
});
