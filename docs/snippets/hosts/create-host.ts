import { createServer, type IncomingMessage, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import * as engine from '@signup-actions/runtime-core';

type Store = (user: engine.CreatedUser) => Promise<void>;

export function createHost(actions: readonly engine.Action[], store: Store): Server {
  const runtime = engine.createRuntime();

  async function signUp(request: IncomingMessage): Promise<engine.SignupResponse> {
    const posted = await json(request).catch(() => null);
    if (!posted) return { status: 400, body: { message: 'This request cannot be read.' } };
    const { email, password: _, ...body } = posted as Record<string, string>;
    const event = {
      tenant: { id: 'my-service' },
      connection: { id: 'users', name: 'users', strategy: 'auth0' },
      user: { ...(email && { email }), user_metadata: {}, app_metadata: {} },
      request: { method: 'POST', ip: request.socket.remoteAddress ?? '', body, geoip: {} },
    };
    const outcome = await runtime.run({ event, actions });
    for (const entry of engine.toTenantLog(outcome)) console.log(JSON.stringify(entry));
    if (outcome.status === 'allowed') await store(outcome.user);
    return engine.toSignupResponse(outcome);
  }

  return createServer(async (request, response) => {
    const failed = { status: 500, body: { message: 'Something went wrong.' } };
    const { status, body } = await signUp(request).catch(() => failed);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
}
