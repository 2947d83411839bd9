import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { createAuth } from './create-auth.ts';
import type { Log } from './create-log.ts';
import type { Signups } from './create-signups.ts';
import { requestIdHeader, withOrigin } from './with-origin.ts';

/** Sign-up forms are small. */
const maxBodyBytes = 64 * 1024;

/** What {@link createApp} uses. */
export interface AppParts {
  readonly auth: Awaited<ReturnType<typeof createAuth>>;
  readonly signups: Signups;
  readonly log: Log;
  /** Whether flows can run. */
  readonly canDecide: () => boolean;
  /** Whether the server is about to end. */
  readonly isStopping: () => boolean;
}

/** The routes of the server: its health, and those of Better Auth. */
export function createApp({ auth, signups, log, canDecide, isStopping }: AppParts): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    // The client must not send its next request on this connection.
    if (isStopping()) context.header('connection', 'close');
  });
  app.use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: (context) => context.json({ message: 'The request is too large.' }, 413),
    }),
  );
  // The second one is Better Auth's own, which knows nothing of flows.
  app.on('GET', ['/ok', '/api/auth/ok'], (context) => {
    const ok = canDecide() && !isStopping();
    return context.json({ ok }, ok ? 200 : 503);
  });
  app.on(['GET', 'POST'], '/api/auth/*', async (context) => {
    const request = withOrigin(context);
    const id = request.headers.get(requestIdHeader)!;
    try {
      const response = await auth.handler(request);
      response.headers.set(requestIdHeader, id);
      return response;
    } finally {
      signups.end(id);
    }
  });
  app.onError((error, context) => {
    log({ type: 'error' }, { text: error.stack ?? error.message });
    return context.json({ message: 'Something went wrong. Please try again later.' }, 500);
  });
  return app;
}
