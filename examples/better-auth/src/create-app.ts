import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { withConnectionAddress } from './connection-address.ts';
import type { createAuth } from './create-auth.ts';

/** Sign-up forms are small. */
const maxBodyBytes = 64 * 1024;

/** The routes of the server, all of which belong to Better Auth. */
export function createApp(auth: Awaited<ReturnType<typeof createAuth>>): Hono {
  const app = new Hono();
  app.use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: (context) => context.json({ message: 'The request is too large.' }, 413),
    }),
  );
  app.on(['GET', 'POST'], '/api/auth/*', (context) => auth.handler(withConnectionAddress(context)));
  return app;
}
