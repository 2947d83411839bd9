import { describe, expect, it } from 'vitest';
import type { ResponseState } from '../state/playground-state.ts';
import type { SeenRequest } from '@signup-actions/workbench';
import { toNetwork } from '../state/to-network.ts';
import { respondToRequests, watchRequests } from './respond-to-requests.ts';

const url = 'https://api.example.com/check';
const toResponse = (change: Partial<ResponseState> = {}): ResponseState => ({
  method: 'GET',
  url,
  kind: 'respond',
  status: 200,
  body: '{"ok":true}',
  delayMs: 0,
  ...change,
});
const ask = async (
  responses: readonly ResponseState[],
  ...request: Parameters<typeof fetch>
): Promise<readonly [status: number, body: string]> => {
  const received = await respondToRequests(toNetwork(responses), () => {})(...request);
  return [received.status, await received.text()];
};

describe('a response', () => {
  it('is given to its requests, whatever their query', async () => {
    expect(await ask([toResponse()], url)).toEqual([200, '{"ok":true}']);
    expect(await ask([toResponse()], new URL(`${url}?email=a%40b`))).toEqual([200, '{"ok":true}']);
    expect(await ask([toResponse({ status: 204, body: 'x' })], url)).toEqual([204, '']);
  });

  it.each([
    ['another method', toResponse({ method: 'POST' })],
    ['another path', toResponse({ url: `${url}/more` })],
    ['another query', toResponse({ url: `${url}?a=1` })],
    ['a dot that is not a wildcard', toResponse({ url: 'https://api-example.com/check' })],
  ])('with %s is not', async (_, response) => {
    await expect(ask([response], `${url}?a=2`)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TypeError: fetch failed: the playground has no response for GET https://api.example.com/check?a=2. Add one under Network.]`,
    );
  });

  it.each([
    ['every method', toResponse({ method: '*' })],
    ['an asterisk', toResponse({ method: 'POST', url: 'https://*.example.com/*' })],
    ['the same query', toResponse({ method: 'POST', url: `${url}?a=2` })],
  ])('for %s is', async (_, response) => {
    expect(await ask([toResponse(), response], `${url}?a=2`, { method: 'POST' })).toEqual([
      200,
      '{"ok":true}',
    ]);
  });

  it('can be that the service cannot be reached, or never responds', async () => {
    await expect(ask([toResponse({ kind: 'unreachable' })], url)).rejects.toThrow('fetch failed');
    const signal = AbortSignal.timeout(1);
    await expect(ask([toResponse({ kind: 'silent' })], url, { signal })).rejects.toThrow('timeout');
    const slow = toResponse({ delayMs: 60_000 });
    await expect(ask([slow], url, { signal: AbortSignal.timeout(1) })).rejects.toThrow('timeout');
    expect(await ask([toResponse({ delayMs: 1 })], url)).toEqual([200, '{"ok":true}']);
  });
});

it('tells of each request, and of what became of it', async () => {
  const seen: SeenRequest[] = [];
  const send = respondToRequests(toNetwork([toResponse()]), (request) => seen.push(request));
  await send(url);
  await send(url, { method: 'PUT', body: 'x' }).catch(() => {});
  await watchRequests(
    async () => new Response(),
    (request) => seen.push(request),
  )(url);

  expect(seen).toEqual([
    { method: 'GET', url, rule: 0 },
    { method: 'PUT', url, rule: 'none' },
    { method: 'GET', url },
  ]);
});
