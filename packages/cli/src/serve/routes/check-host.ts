import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { toApiError } from '../channels/index.ts';
import { send } from './body.ts';

/**
 * Refuses requests to a name that is neither an address nor one of this machine: a page that you open could otherwise
 * point its own name at this machine, and read the users (DNS rebinding).
 */
export function checkHost(allowedHosts: readonly string[]): MiddlewareHandler {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  return async (c, next) => {
    const host = toHostname(c.req.header('host') ?? new URL(c.req.url).host);
    const isOwn = host === 'localhost' || host.endsWith('.localhost') || isIP(host) !== 0;
    if (isOwn || allowed.has(host)) return next();
    const hint = `Use localhost, or start the server with --allow-host ${host}.`;
    return send(
      c,
      toApiError(403, `Users are not shown to the host ${host}. ${hint}`, 'forbidden_host'),
    );
  };
}

/** The host without its port, and without the brackets of an IPv6 address. */
const toHostname = (host: string): string =>
  host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
