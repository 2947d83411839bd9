import { Agent, request } from 'node:http';

/** What is sent, and how much of it at the same time. */
export interface Sending {
  readonly port: number;
  readonly emails: readonly string[];
  readonly connections: number;
}

/** A response to a signup. */
export interface Received {
  readonly email: string;
  readonly status: number;
  readonly ms: number;
}

/** Signs users up over connections that stay open, each as soon as the one before it in its connection is done. */
export async function sendSignups({
  port,
  emails,
  connections,
}: Sending): Promise<readonly Received[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const received: Received[] = [];
  const waiting = emails.values();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const email of waiting) {
        const start = performance.now();
        const status = await sendSignup(agent, port, email);
        received.push({ email, status, ms: performance.now() - start });
      }
    }),
  );
  agent.destroy();
  return received;
}

const sendSignup = (agent: Agent, port: number, email: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({
      client_id: 'app',
      connection: 'Username-Password-Authentication',
      password: 'Correct-Horse-1',
      email,
    });
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const path = '/dbconnections/signup';
    request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      response.resume().once('error', reject);
      response.once('end', () => resolve(response.statusCode ?? 0));
    })
      .once('error', reject)
      .end(body);
  });
