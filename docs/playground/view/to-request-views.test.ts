import { expect, it } from 'vitest';
import { run, toAction, toTestJob } from '../test/run.ts';
import { toRequestViews } from './to-request-views.ts';

it('shows each request once, with its response, and proposes a response to the others', async () => {
  const action = toAction('', { secrets: [['HOST_KEY', 'key-4711']] });
  const { run: ran } = await run([action]);
  if (ran.type !== 'outcome') throw new Error('did not run');
  const url = 'https://example.com/key-4711?q=1';
  const requests = [
    { method: 'GET', url, rule: 'none' },
    { method: 'GET', url, rule: 'none' },
    { method: 'POST', url, rule: 0 },
    { method: 'PUT', url, rule: 1 },
    { method: 'HEAD', url },
  ] as const;
  const network = [
    { when: `POST ${url}`, respond: { status: 503 } },
    { when: `PUT ${url}`, respond: 'never' },
  ] as const;
  const flow = { job: { ...toTestJob([action]), network }, run: { ...ran, requests } };

  const shown = 'https://example.com/[secret HOST_KEY]?q=1';
  expect(toRequestViews({ flow, before: [], after: [], time: 0 })).toMatchObject([
    {
      request: `GET ${shown}`,
      response: 'no response',
      missing: { method: 'GET', url: 'https://example.com/key-4711' },
    },
    { request: `POST ${shown}`, response: '503', missing: undefined },
    { request: `PUT ${shown}`, response: 'never responds', missing: undefined },
    { request: `HEAD ${shown}`, response: 'sent', missing: { method: '*' } },
  ]);
});
