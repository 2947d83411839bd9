import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { addressHeader, requestIdHeader, withOrigin } from '../src/with-origin.ts';

const app = new Hono().get('/', (context) => {
  const { headers } = withOrigin(context);
  return context.text([headers.get(addressHeader), headers.get(requestIdHeader)].join(' '));
});
async function send(remoteAddress: string): Promise<readonly string[]> {
  const headers = { 'x-connection-address': '203.0.113.7', 'x-request-id': 'forged' };
  const incoming = { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv6' } };
  return (await (await app.request('/', { headers }, { incoming })).text()).split(' ');
}

it.each([
  ['IPv4', '203.0.113.9', '203.0.113.9'],
  ['IPv4 over IPv6', '::ffff:203.0.113.9', '203.0.113.9'],
  ['IPv4 over IPv6, in hexadecimal', '::ffff:cb00:7109', '203.0.113.9'],
  ['IPv6', '2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002:0000:0000:0000:0000'],
  ['another address of that network', '2001:DB8:1:2::9', '2001:0db8:0001:0002:0000:0000:0000:0000'],
])('an address counts by what a client cannot choose: %s', async (_, remote, counted) => {
  const [address, id] = await send(remote);

  expect(address).toBe(counted);
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
});
