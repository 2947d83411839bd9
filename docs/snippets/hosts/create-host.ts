import { getConnInfo } from '@hono/node-server/conninfo';
import * as engine from '@signup-actions/runtime-core';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';

const address = v.pipe(v.string(), v.email());
const Form = v.object({ email: address, password: v.string(), plan: v.optional(v.string()) });
type Store = (user: engine.CreatedUser, password: string) => Promise<void>;

export function createHost(actions: readonly engine.Action[], store: Store): Hono {
  const log = (entry: object): void => console.log(JSON.stringify(entry));
  const runtime = engine.createRuntime({ onDiagnostic: log });
  return new Hono().post('/sign-up', bodyLimit({ maxSize: 65_536 }), async (context) => {
    const form = v.safeParse(Form, await context.req.json().catch(() => null));
    if (!form.success) return context.json({ message: 'This request cannot be read.' }, 400);
    const { email, password, ...body } = form.output;
    const outcome = await runtime.run({
      event: {
        tenant: { id: 'my-service' },
        connection: { id: 'users', name: 'users', strategy: 'auth0' },
        user: { email, user_metadata: {}, app_metadata: {} },
        request: { method: 'POST', ip: getConnInfo(context).remote.address ?? '', body, geoip: {} },
      },
      actions,
    });
    engine.toTenantLog(outcome).forEach(log);
    if (outcome.status === 'allowed') await store(outcome.user, password);
    const response = engine.toSignupResponse(outcome);
    return Response.json(response.body, response);
  });
}
