// `pnpm load:serve`: sends 10,000 signups over 50 connections to a server whose Action crashes at every hundredth. Each
// signup must be accounted for, and the server's memory must not grow with their number.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { command } from '../compare-processes.ts';
import { toMarkdown } from '../to-markdown.ts';
import { sendSignups, type Received } from './send-signups.ts';
import { startServer } from './start-server.ts';

const { values } = parseArgs({
  options: {
    signups: { type: 'string', default: '10000' },
    write: { type: 'boolean', default: false },
  },
});
const connections = 50;
const crashEvery = 100;
/** In MB, while the last half of the signups is sent; the users themselves are a part of it. */
const maxGrowth = 32;

const code = `exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setAppMetadata('plan', 'free');
  if (event.user.email.startsWith('crash')) process.abort();
};
`;

const folder = mkdtempSync(join(tmpdir(), 'signup-actions-load-'));
const action = join(folder, 'action.js');
writeFileSync(action, code);
const server = await startServer([command, 'serve', action, '--port', '0', '--json']);
const logged = new Map<string, string[]>();
server.lines.on('line', (line) => {
  const { user, status } = JSON.parse(line) as { user: string; status: string };
  logged.set(user, [...(logged.get(user) ?? []), status]);
});

const emails = Array.from(
  { length: Number(values.signups) },
  (_, index) => `${index % crashEvery === 0 ? 'crash' : 'user'}-${index}@example.com`,
);
const half = emails.length / 2;
const start = performance.now();
const first = await send(emails.slice(0, half));
const before = readMegabytes();
const second = await send(emails.slice(half));
const seconds = (performance.now() - start) / 1_000;
const after = readMegabytes();
const received = [...first, ...second];
const users = new Set(await listUsers());
await server.stop();
rmSync(folder, { recursive: true });

const wrong = received.flatMap(({ email, status }) => {
  const isCrash = email.startsWith('crash');
  const [expected, word] = isCrash ? [500, 'failed'] : [200, 'allowed'];
  const said = logged.get(email)?.join();
  return status === expected && said === word && users.has(email) !== isCrash
    ? []
    : [`${email}: ${status}, logged as ${said}, ${users.has(email) ? 'a' : 'no'} user.`];
});
if (received.length !== emails.length || logged.size !== emails.length) {
  wrong.push(`${emails.length} sent, ${received.length} received, ${logged.size} logged.`);
}
const growth = Math.round(after - before);
if (growth > maxGrowth) wrong.push(`The memory of the server has grown by ${growth} MB.`);

const times = received.map(({ ms }) => ms).toSorted((a, b) => a - b);
const text = [
  `Signups over ${connections} connections, of which every hundredth ends the process of the Actions. _MB_ is the memory of the server after half of them, and at the end. Measured by \`pnpm load:serve\` on ${availableParallelism()} cores, Node ${process.versions.node}.`,
  toMarkdown([
    {
      sent: emails.length,
      allowed: received.filter(({ status }) => status === 200).length,
      crashed: received.filter(({ status }) => status === 500).length,
      users: users.size,
      'per second': round(emails.length / seconds),
      'p50 ms': round(times[Math.floor(times.length * 0.5)]!),
      'p99 ms': round(times[Math.floor(times.length * 0.99)]!),
      'MB at half': Math.round(before),
      'MB at the end': Math.round(after),
    },
  ]),
].join('\n\n');
console.log(text);
if (values.write) writeFileSync(new URL('figures.md', import.meta.url), text);
for (const line of wrong.slice(0, 20)) console.error(line);
console.log(`${received.length - wrong.length} accounted for, ${wrong.length} not`);
process.exitCode = wrong.length > 0 ? 1 : 0;

function send(batch: readonly string[]): Promise<readonly Received[]> {
  return sendSignups({ port: server.port, emails: batch, connections });
}

async function listUsers(): Promise<readonly string[]> {
  const api = `http://127.0.0.1:${server.port}`;
  const body = JSON.stringify({ grant_type: 'client_credentials' });
  const granted = await fetch(`${api}/oauth/token`, { method: 'POST', body });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${api}/api/v2/users?per_page=999999`, { headers });
  return ((await response.json()) as { email: string }[]).map(({ email }) => email);
}

/** The memory of the server, without the processes of its Actions. Only on Linux. */
function readMegabytes(): number {
  const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_000;
}

function round(figure: number): number {
  return Number(figure.toPrecision(3));
}
