import { randomUUID } from 'node:crypto';
import { normalizeIP } from '@better-auth/core/utils/ip';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Holds the address that a request came from. Only this server writes it. */
export const addressHeader = 'x-connection-address';
/** Holds the id of a request, which its entries in the log have too. Only this server writes it. */
export const requestIdHeader = 'x-request-id';

const unknownAddress = '0.0.0.0';

/** The request with its address and an id, over whatever the client has written there. */
export function withOrigin(context: Context): Request {
  const request = new Request(context.req.raw);
  const { address = unknownAddress } = getConnInfo(context).remote;
  // A client has 2^64 addresses of IPv6, so they count as one. IPv4 over IPv6 is IPv4.
  request.headers.set(addressHeader, normalizeIP(address, { ipv6Subnet: 64 }));
  request.headers.set(requestIdHeader, randomUUID());
  return request;
}
