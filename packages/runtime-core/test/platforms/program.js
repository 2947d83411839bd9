// Runs beside the built engine on every platform, and returns the outcomes of its flows as text.
import { createRuntime, formatOutcome, toSignupResponse } from './index.js';

const event = {
  user: { email: 'ada@example.com', user_metadata: { tags: ['new'] } },
  connection: { id: 'con_1', name: 'users', strategy: 'auth0' },
  tenant: { id: 'example-tenant' },
  request: { body: {}, geoip: {}, ip: '203.0.113.7', method: 'POST' },
};

const handlers = {
  async allow(own, api) {
    own.user.email = 'edited@example.com';
    api.user.setUserMetadata('plan', { name: 'frée' }).user.setUserId('ada');
    api.cache.set('count', '1', { ttl: 1_000 });
  },
  async deny(own, api) {
    api.access.deny(`no, ${own.secrets.KEY}`, 'Please try another address.');
  },
  async invalidate(_own, api) {
    api.validation.error('code', 'Not valid.');
  },
  async fail() {
    throw new RangeError('broken');
  },
  async hang() {
    await new Promise(() => {});
  },
};

export async function decide() {
  const runtime = createRuntime({ clock: () => 0, limits: { flowTimeoutMs: 1_000 } });
  const texts = [];
  for (const [name, handler] of Object.entries(handlers)) {
    const actions = [{ name, handler, secrets: { KEY: 'sk-live-4711' } }];
    const outcome = await runtime.run({ event, actions });
    texts.push(formatOutcome(outcome), JSON.stringify(toSignupResponse(outcome)));
  }
  return texts.join('\n');
}
