// A warm process must not be told from a fresh one, unless the Action itself keeps state.
import { createMockEvent } from '@signup-actions/testing';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions, type Done } from './command.ts';

const ada = createMockEvent();
const eve = createMockEvent({ user: { email: 'eve@example.com' } });
const bob = createMockEvent({ user: { email: 'bob@example.com' } });

const runBatch = (source: string, ...args: readonly string[]): Promise<Done> =>
  signupActions(
    createFolder({ 'own.js': source, 'events.json': [ada, eve, bob] }),
    'run',
    'own.js',
    '--event',
    'events.json',
    ...args,
  );

/** What Eve's signup does; the others do nothing. */
const onEve: readonly (readonly [what: string, body: string, expected: string])[] = [
  ['refuses', "api.access.deny('no', 'No.');", '1 denied'],
  ['throws', "throw new Error('down');", '1 failed'],
  ['ends the process', 'process.exit(0);', '1 failed'],
  ['hides that it ends the process', 'try { process.exit(0); } catch {}', '1 failed'],
  ['ends the process for real', 'process.reallyExit(0);', '1 failed'],
  ['aborts', 'process.abort();', '1 failed'],
  ['kills its process', "process.kill(process.pid, 'SIGKILL');", '1 failed'],
  ['does not end', 'for (;;);', '1 failed'],
  ['waits forever', 'await new Promise(() => {});', '1 failed'],
  ['rejects', "Promise.reject(new Error('floating'));", '1 failed'],
  ['rejects later', "setTimeout(() => Promise.reject(new Error('floating')), 50);", '1 failed'],
  [
    'rejects too late',
    "setTimeout(() => Promise.reject(new Error('floating')), 700);",
    '3 allowed',
  ],
  ['fills its heap', 'for (const kept = []; ; ) kept.push(Array(1000).fill(1));', '1 failed'],
  [
    'fills its memory',
    'for (const kept = []; ; ) kept.push(Buffer.alloc(10_000_000, 1));',
    '1 failed',
  ],
  ['refuses late', "setTimeout(() => api.access.deny('no', 'No.'), 20);", '3 allowed'],
  ['leaves a request', "fetch('http://127.0.0.1:9').catch(() => {});", '3 allowed'],
  ['leaves a file', "require('node:fs').promises.readFile(__filename);", '3 allowed'],
  ['leaves a process', "require('node:child_process').spawn('sleep', ['5']);", '3 allowed'],
  ['leaves an interval', "setInterval(() => console.log('tick'), 400);", '3 allowed'],
  ['prints late', "setTimeout(() => console.log('late'), 800);", '3 allowed'],
  ['prints past the console', "require('node:fs').writeSync(1, 'raw ' + event.user.email);", ''],
  ['prints errors past the console', "require('node:fs').writeSync(2, 'raw');", '3 allowed'],
  ['writes to our pipe', "require('node:fs').writeSync(4, 'not ours');", '3 allowed'],
  ['closes our pipe', "require('node:fs').closeSync(1);", '3 allowed'],
  ['does not pass JSON', "api.user.setAppMetadata('at', new Date(0));", '3 allowed'],
  ['removes listeners', 'process.removeAllListeners();', '3 allowed'],
  ['swallows crashes', "process.on('uncaughtException', () => {});", '3 allowed'],
  ['requires what is not there', "try { require('./gone'); } catch {}", '3 allowed'],
];

const forEve = (body: string): string => `if (event.user.email.startsWith('eve')) {\n${body}\n}`;

describe.concurrent('in a warm process, a signup', () => {
  it.for(onEve)(
    'that %s is reported as in a fresh one, and the next one is not affected',
    { timeout: 120_000 },
    async ([, body, expected], { expect }) => {
      const source = action(`${forEve(body)}\nconsole.log('for', event.user.email);`);

      const isStuck = /^(for \(;;\)|await new Promise)/.test(body);
      const timeout = isStuck ? ['--timeout', '1000'] : [];

      const warm = await runBatch(source, ...timeout);

      expect(warm).toEqual(await runBatch(source, ...timeout, '--fresh'));
      expect(warm.stdout).toContain(expected);
      expect(warm.stdout).toContain('│ for bob@example.com\n');
    },
  );

  it.for([
    ['a method', 'String.prototype.includes = () => false;'],
    ['an accessor', "Object.defineProperty(Map.prototype, 'size', { get: () => 0 });"],
    ['a new property', "Object.prototype.reason = 'x';"],
    ['a hidden prototype', 'Object.getPrototypeOf([][Symbol.iterator]()).next = null;'],
    ['a global', 'globalThis.fetch = async () => new Response("{}");'],
    ['a global that is loaded lazily', 'globalThis.Response = class {};'],
    ['a module of Node', "require('node:dns').promises.resolveMx = async () => [];"],
    ['another module of Node', "require('node:crypto').randomUUID = () => 'x';"],
    ['JSON', 'JSON.stringify = () => "{}";'],
    ['Promise', 'Promise.prototype.then = function () { return this; };'],
  ])('that changes %s does not decide the next', async ([, body = ''], { expect }) => {
    const source = `let count = 0;\n${action(
      `count += 1;\n${forEve(`try {\n${body}\n} catch {}`)}\nif (event.user.email.startsWith('bob')) api.access.deny('no ' + count, 'No.');`,
    )}`;

    expect((await runBatch(source)).stdout).toContain('own: "no 1"');
  });

  it.for([
    "console.log('x'); console.error(new Error('x').stack);",
    "await fetch('data:text/plain,x').then((answer) => answer.text());",
    "await require('node:fs').promises.readFile(__filename);",
    "require('node:crypto').createHash('sha256').update('x').digest('hex'); await crypto.subtle.digest('SHA-256', new Uint8Array(1));",
    "new Intl.DateTimeFormat('en').format(0); 'a'.localeCompare('b'); /(a)/.exec('a'); structuredClone({});",
    'await Promise.race([1, new Promise((done) => setTimeout(done, 30_000))]);',
    "new URL('https://a.example'); new Headers(); new AbortController().abort(); AbortSignal.timeout(5000);",
    "await require('node:dns').promises.lookup('localhost');",
    "throw new Error('down');",
    "api.access.deny('no', 'No.');",
    "globalThis.seen = (globalThis.seen ?? 0) + 1; process.env.SEEN = 'x';",
  ])('leaves the module scope to the next: %s', async (body, { expect }) => {
    const source = `let count = 0;\n${action(`console.log('count', (count += 1));\n${body}`)}`;

    expect((await runBatch(source)).stdout.match(/count \d/g)).toEqual([
      'count 1',
      'count 2',
      'count 3',
    ]);
  });

  it('has the secrets of its own event, and module code that saw only these', async ({
    expect,
  }) => {
    const folder = createFolder({
      'own.js': `const seen = [];\n${action("seen.push(event.secrets.KEY); console.log(seen.map((key) => [...key].join('-')).join());")}`,
      'events.json': [
        { ...ada, secrets: { KEY: 'first' } },
        { ...eve, secrets: { KEY: 'other' } },
      ],
    });

    const { stdout } = await signupActions(folder, 'run', 'own.js', '--event', 'events.json');

    expect(stdout.match(/│ .*/g)).toEqual(['│ f-i-r-s-t', '│ o-t-h-e-r']);
  });

  it('is told what the code of its Actions does when it is loaded', async ({ expect }) => {
    const folder = createFolder({
      'own.js': `require('./more.js');\nconsole.log('loaded');\n${action('')}`,
      'more.js': '',
      'events.json': [ada, eve],
    });

    const { stdout } = await signupActions(folder, 'run', 'own.js', '--event', 'events.json');

    expect(stdout.match(/! local-file/g)).toHaveLength(2);
    expect(stdout.match(/loaded/g)).toHaveLength(1);
  });

  it('keeps what it prints past the console, however many follow it', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action(
        "require('node:fs').writeSync(1, 'raw ' + event.user.email); require('node:fs').writeSync(2, '!');",
      ),
      'events.json': Array.from({ length: 70 }, (_, index) =>
        createMockEvent({ user: { email: `${index}@example.com` } }),
      ),
    });

    const { stdout } = await signupActions(folder, 'run', 'own.js', '--event', 'events.json');

    const printed = stdout.matchAll(/^── (\S+) .*?│ raw ([^!]+)!$/gms);
    const pairs = [...printed].map(([, name, raw]) => [name, raw]);
    expect(pairs).toHaveLength(70);
    expect(pairs.filter(([name, raw]) => name !== raw)).toEqual([]);
  });

  it('meets no memory that earlier ones have kept', { timeout: 60_000 }, async ({ expect }) => {
    const folder = createFolder({
      'own.js': `const kept = [];\n${action('kept.push(Array(4_000_000).fill(Math.random()));')}`,
      'events.json': Array(20).fill(ada),
    });

    const { stdout } = await signupActions(folder, 'run', 'own.js', '--event', 'events.json');

    expect(stdout).toContain('20 signups: 20 allowed');
  });
});
