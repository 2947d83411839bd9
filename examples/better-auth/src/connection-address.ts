import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Holds the address that a request came from: only this server writes it. */
export const addressHeader = 'x-connection-address';

const unknownAddress = '0.0.0.0';

/** The request with the address of its connection, over whatever the client has written there. */
export function withConnectionAddress(context: Context): Request {
  const request = new Request(context.req.raw);
  request.headers.set(addressHeader, getConnInfo(context).remote.address ?? unknownAddress);
  return request;
}

export const getConnectionAddress = (headers: Headers | undefined): string =>
  headers?.get(addressHeader) ?? unknownAddress;
