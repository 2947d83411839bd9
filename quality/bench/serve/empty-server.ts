// The least that a server of signups can do: it reads the body, and responds. In the library of `signup-actions serve`.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.post('/dbconnections/signup', async (c) => c.json({ read: Object.keys(await c.req.json()) }));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` })),
);
