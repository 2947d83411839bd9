import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { toApiError } from '../channels/index.ts';
import type { PageSources } from '../page/read-update.ts';
import { send } from './body.ts';
import { checkHost } from './check-host.ts';
import { addManagementRoutes } from './management-routes.ts';
import { addPageRoutes } from './page-routes.ts';
import type { SignupApp } from './signup-app.ts';
import { addSignupRoutes } from './signup-routes.ts';

/** In bytes: far more than the platform takes. */
const maxBodyBytes = 1_000_000;

/** Creates the application for the signups of a desk; `allowedHosts` are names beside those of this machine. */
export function createApp(sources: PageSources, allowedHosts: readonly string[]): SignupApp {
  const { desk } = sources;
  const app: SignupApp = new Hono();
  // Browsers of any application may sign up, but not manage users.
  for (const path of ['/dbconnections/*', '/otp/*', '/passwordless/*']) {
    app.use(path, cors({ origin: (origin) => origin, credentials: true }));
  }
  for (const path of ['/oauth/*', '/api/*']) app.use(path, checkHost(allowedHosts));
  app.use('*', limitBody);
  addSignupRoutes(app, desk);
  addManagementRoutes(app, desk);
  addPageRoutes(app, sources, allowedHosts);
  app.notFound((c) =>
    send(c, toApiError(404, `This server has no ${c.req.method} ${c.req.path}.`, 'not_found')),
  );
  app.onError((error, c) =>
    c.json({ statusCode: 500, error: 'Internal Server Error', message: error.message }, 500),
  );
  return app;
}

const limitBody = bodyLimit({
  maxSize: maxBodyBytes,
  onError: (c) =>
    c.json(
      {
        statusCode: 413,
        error: 'Payload Too Large',
        message: `The body must have at most ${maxBodyBytes} bytes.`,
      },
      413,
    ),
});
