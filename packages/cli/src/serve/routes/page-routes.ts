import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { startingPoints, type StartingPoint } from '@signup-actions/testing';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { isJsonObject } from '../../files/json.ts';
import { channelOf } from '../channels/index.ts';
import { readUpdate, type PageSources } from '../page/read-update.ts';
import { readBody, send } from './body.ts';
import { checkHost } from './check-host.ts';
import { readRequest, receiveSignup } from './receive-signup.ts';
import type { SignupApp } from './signup-app.ts';

/** Auth0 has nothing below this path. */
const prefix = '/signup-actions';

/** How often a page that is open learns of edits of the Actions, in milliseconds. */
const maxWaitMs = 1_000;

/** A page draws at most this often, in milliseconds. */
const minWaitMs = 100;

/** Adds the page for people, and what it asks the server for. */
export function addPageRoutes(
  app: SignupApp,
  sources: PageSources,
  allowedHosts: readonly string[],
): void {
  const { desk, recent, closing } = sources;
  for (const path of ['/', `${prefix}/*`]) app.use(path, checkHost(allowedHosts), headers);

  for (const [path, file, type] of assets) {
    app.get(path, async (c) =>
      c.body(await readFile(new URL(file, folder)), 200, { 'content-type': type }),
    );
  }

  app.get(`${prefix}/updates`, (c) =>
    streamSSE(c, async (stream) => {
      let [latest, sent] = [0, ''];
      while (!stream.aborted && !closing.aborted) {
        // Before the signups are read, so that none is missed.
        const next = recent.waitForNext(maxWaitMs);
        const { signups, ...rest } = await readUpdate(sources, latest);
        const others = JSON.stringify(rest);
        if (signups.length > 0 || others !== sent) {
          await stream.writeSSE({ data: JSON.stringify({ ...rest, signups }) });
          latest = signups.at(-1)?.id ?? latest;
          sent = others;
        }
        await sleep(minWaitMs);
        await next;
      }
    }),
  );

  app.post(`${prefix}/signups`, onlyJson, async (c) => {
    const body = await readBody(c);
    const from = isJsonObject(body) ? body['from'] : undefined;
    if (!isJsonObject(body) || !isStartingPoint(from) || !isJsonObject(body['fields'])) {
      return c.text('Pass { from, fields }.', 400);
    }
    const { client, connection, request } = startingPoints[from]();
    // What tells the starting point from others, such as `allow_signup`.
    const { email: _, ...typical } = request.body;
    const own = { client_id: client?.client_id, connection: connection.name };
    const fields = { ...typical, ...own, ...body['fields'] };
    const read = readRequest(c, from, fields);
    return send(c, await receiveSignup(desk, channelOf[from], read));
  });
  app.post(`${prefix}/reset`, onlyJson, (c) => {
    desk.reset();
    return c.body(null, 204);
  });
}

/** Strings of signups are never HTML; if one were, it could load and run nothing. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // Other servers of this machine have the same name.
  strictTransportSecurity: false,
});

/** A page of another origin can send no JSON without asking first, which the server does not allow. */
const onlyJson: MiddlewareHandler = async (c, next) =>
  c.req.header('content-type') === 'application/json'
    ? next()
    : c.text('The body must be application/json.', 415);

const isStartingPoint = (from: unknown): from is StartingPoint =>
  typeof from === 'string' && Object.hasOwn(startingPoints, from);

const isSource = import.meta.url.endsWith('.ts');
const folder = new URL(isSource ? '../../../page/dist/' : './page/', import.meta.url);

/** The page is built by Vite (`packages/cli/page`). */
const assets = [
  ['/', 'index.html', 'text/html; charset=utf-8'],
  [`${prefix}/page.js`, `.${prefix}/page.js`, 'text/javascript; charset=utf-8'],
  [`${prefix}/page.css`, `.${prefix}/page.css`, 'text/css; charset=utf-8'],
] as const;
