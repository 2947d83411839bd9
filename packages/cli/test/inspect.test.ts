import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'vitest';
import { createFolder, spawnSignupActions, waitFor, type Done } from './command.ts';

/** What a debugger is told: a response, or an event. */
interface Said {
  readonly id?: number;
  readonly method?: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly result: Readonly<Record<string, unknown>>;
}

/** Where a process has stopped. */
interface Paused {
  readonly callFrames: readonly {
    readonly callFrameId: string;
    readonly functionName: string;
    readonly location: { readonly scriptId: string; readonly lineNumber: number };
    readonly scopeChain: readonly { readonly object: { readonly objectId: string } }[];
  }[];
}

interface Debugger {
  /** Calls a method of the Chrome DevTools Protocol. */
  readonly call: (method: string, params?: object) => Promise<Said['result']>;
  /** Waits until the process stops, and returns where, as `file:line`. */
  readonly paused: () => Promise<Paused & { readonly place: string }>;
}

/** Attaches to the process, as editors do. */
async function attach(url: string): Promise<Debugger> {
  const socket = new WebSocket(url);
  const said: Said[] = [];
  const listeners = new Set<() => void>();
  socket.addEventListener('message', ({ data }) => {
    said.push(JSON.parse(String(data)) as Said);
    for (const listener of listeners) listener();
  });
  const find = (isMeant: (one: Said) => boolean): Promise<Said> =>
    new Promise((resolve) => {
      const look = (): void => {
        const at = said.findIndex(isMeant);
        if (at === -1) return;
        listeners.delete(look);
        resolve(said.splice(at, 1)[0] as Said);
      };
      listeners.add(look);
      look();
    });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`Failed to attach to ${url}.`)));
  });
  let last = 0;
  return {
    async call(method, params = {}) {
      const id = (last += 1);
      socket.send(JSON.stringify({ id, method, params }));
      return (await find((one) => one.id === id)).result;
    },
    async paused() {
      const { params } = await find(({ method }) => method === 'Debugger.paused');
      const stopped = params as unknown as Paused;
      const { scriptId, lineNumber = Number.NaN } = stopped.callFrames[0]?.location ?? {};
      const parsed = said.find(
        ({ method, params: script }) =>
          method === 'Debugger.scriptParsed' && script['scriptId'] === scriptId,
      );
      const [file] = /[^/]+$/.exec(String(parsed?.params['url'])) ?? [];
      return { ...stopped, place: `${file}:${lineNumber + 1}` };
    },
  };
}

/** Starts the command, and attaches to what it says. */
async function start(
  folder: string,
  ...args: readonly string[]
): Promise<Debugger & { readonly done: Promise<Done> }> {
  const child = spawnSignupActions(folder, 'run', ...args);
  let errors = '';
  const done = waitFor(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('close', () => reject(new Error(`The command ended: ${errors}`)));
    child.stderr?.on('data', (chunk) => {
      errors += String(chunk);
      const [, found] = /Debugger listening on (ws:\S+)\n/.exec(errors) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  return { ...(await attach(url)), done };
}

/** The value of an expression where the process has stopped. */
async function evaluate({ call }: Debugger, { callFrames }: Paused, expression: string) {
  const { result } = await call('Debugger.evaluateOnCallFrame', {
    callFrameId: callFrames[0]?.callFrameId,
    expression,
  });
  return (result as { readonly value?: unknown }).value;
}

/** A variable of a function that has stopped. */
interface Variable {
  readonly name: string;
  readonly value?: {
    readonly value?: unknown;
    readonly description?: string;
    readonly preview?: { readonly properties: readonly { readonly value: string }[] };
  };
}

/** A variable as debuggers show it in one line. */
function toShown({ name, value = {} }: Variable): {
  readonly name: string;
  readonly value: string;
} {
  const { description = '', preview, value: primitive } = value;
  if (primitive !== undefined) return { name, value: JSON.stringify(primitive) };
  const isList = description.startsWith('Array');
  const items = preview?.properties.map((item) => JSON.stringify(item.value)).join(', ');
  return { name, value: isList ? `[${items}]` : '{…}' };
}

const lines = (...code: readonly string[]): string => `${code.join('\n')}\n`;

describe.concurrent('run --inspect', () => {
  it('stops at the first statement, at a breakpoint, and in a file that the Action requires', async ({
    expect,
  }) => {
    const folder = createFolder({
      'gate.js': lines(
        "'use strict';",
        "const { isBlocked } = require('./blocked.js');",
        'exports.onExecutePreUserRegistration = async (event, api) => {',
        "  const domain = event.user.email?.split('@')[1];",
        "  if (isBlocked(domain)) return api.access.deny(domain, 'Please use another address.');",
        '};',
      ),
      'blocked.js': lines(
        'exports.isBlocked = (domain) => {',
        "  return domain === 'example.com';",
        '};',
      ),
    });
    const attached = await start(folder, 'gate.js', '--inspect-brk=0');
    const { call, paused, done } = attached;
    await call('Debugger.enable');
    for (const [file, line] of [
      ['gate.js', 5],
      ['blocked.js', 2],
    ] as const) {
      const url = pathToFileURL(`${folder}/${file}`).href;
      await call('Debugger.setBreakpointByUrl', { url, lineNumber: line - 1 });
    }
    await call('Runtime.runIfWaitingForDebugger');

    const first = await paused();
    expect(first.place).toBe('gate.js:2');
    await call('Debugger.resume');

    const second = await paused();
    expect(second.place).toBe('gate.js:5');
    expect(await evaluate(attached, second, 'domain')).toBe('example.com');
    await call('Debugger.resume');

    const third = await paused();
    expect(third.place).toBe('blocked.js:2');
    expect(await evaluate(attached, third, 'domain')).toBe('example.com');
    await call('Debugger.resume');

    const { status, stdout } = await done;
    expect(status).toBe(1);
    expect(stdout).toContain('DENIED by gate');
    expect(stdout).not.toContain('Debugger');
  });

  it('shows variables and callers at a breakpoint, as the page on debugging draws them', async ({
    expect,
  }) => {
    const code = lines(
      'exports.onExecutePreUserRegistration = async (event, api) => {',
      "  const domain = event.user.email?.split('@').pop();",
      '  if (isBlocked(domain)) {',
      "    api.access.deny(`blocked ${domain}`, 'Please use another address.');",
      '  }',
      '};',
      '',
      'const isBlocked = (domain) => {',
      "  const blocked = ['tempmail.example', 'disposable.example'];",
      '  return blocked.includes(domain);',
      '};',
    );
    const folder = createFolder({ 'gate.js': code });
    const user = ['--set', 'user.email=mallory@tempmail.example'];
    const { call, paused, done } = await start(folder, 'gate.js', '--inspect-brk=0', ...user);
    await call('Debugger.enable');
    const url = pathToFileURL(`${folder}/gate.js`).href;
    await call('Debugger.setBreakpointByUrl', { url, lineNumber: 9 });
    await call('Runtime.runIfWaitingForDebugger');
    await paused();
    await call('Debugger.resume');

    const { place, callFrames } = await paused();
    const script = callFrames[0]?.location.scriptId;
    const own = callFrames.filter(({ location }) => location.scriptId === script);
    const variables = await Promise.all(
      own.map(async ({ scopeChain: [scope] }) => {
        const { objectId } = scope?.object ?? {};
        const found = await call('Runtime.getProperties', { objectId, generatePreview: true });
        return (found['result'] as readonly Variable[]).map(toShown);
      }),
    );
    await call('Debugger.resume');
    const pause = {
      place,
      code: code.trimEnd().split('\n'),
      stack: own.map(({ functionName, location }, index) => ({
        caller: functionName,
        line: location.lineNumber + 1,
        variables: variables[index],
      })),
    };
    const json = `${JSON.stringify(pause, undefined, 2)}\n`;
    await expect(json).toMatchFileSnapshot('../../../docs/snippets/debugging/pause.json');
    expect((await done).status).toBe(1);
  });

  it('keeps the lines of TypeScript', async ({ expect }) => {
    const folder = createFolder({
      'gate.ts': lines(
        "import type { Event, PreUserRegistrationAPI } from '@signup-actions/types';",
        '',
        'interface Plan {',
        '  readonly name: string;',
        '}',
        '',
        'export const onExecutePreUserRegistration = async (event: Event, api: PreUserRegistrationAPI) => {',
        "  const plan: Plan = { name: 'free' };",
        "  api.user.setAppMetadata('plan', plan.name);",
        '};',
      ),
    });
    const attached = await start(folder, 'gate.ts', '--inspect-brk=127.0.0.1:0');
    const { call, paused, done } = attached;
    await call('Debugger.enable');
    const url = pathToFileURL(`${folder}/gate.ts`).href;
    await call('Debugger.setBreakpointByUrl', { url, lineNumber: 8 });
    await call('Runtime.runIfWaitingForDebugger');
    await paused();
    await call('Debugger.resume');

    const stopped = await paused();
    expect(stopped.place).toBe('gate.ts:9');
    expect(await evaluate(attached, stopped, 'plan.name')).toBe('free');
    await call('Debugger.resume');

    expect((await done).status).toBe(0);
  });

  it('has no deadline, unless one is given', async ({ expect }) => {
    const folder = createFolder({
      'gate.js': lines(
        'exports.onExecutePreUserRegistration = async (event, api) => {',
        '  await new Promise((resolve) => setTimeout(resolve, 100));',
        '};',
      ),
    });
    // Nothing attaches: the process may end before a debugger could.
    const run = (...args: readonly string[]): Promise<Done> =>
      waitFor(spawnSignupActions(folder, 'run', 'gate.js', '--inspect=0', ...args));

    expect((await run()).status).toBe(0);
    expect((await run('--timeout', '20')).status).toBe(3);
  });

  it('says that the address is not free', async ({ expect, onTestFinished }) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const folder = createFolder({
      'gate.js': 'exports.onExecutePreUserRegistration = async () => {};',
    });

    const done = await waitFor(spawnSignupActions(folder, 'run', 'gate.js', `--inspect=${port}`));
    expect(done).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to open a debugger: the address is not free, or not of this machine.
      Pass another with --inspect=HOST:PORT; port 0 is any that is free.
      ",
        "stdout": "",
      }
    `);
  });

  it('takes an address with and without an equals sign, unless it is a file', async ({
    expect,
  }) => {
    const source = 'exports.onExecutePreUserRegistration = async () => {};';
    const folder = createFolder({ 'gate.js': source, '7.js': source, 12: source, 'a:b': '' });
    const run = async (...args: readonly string[]): Promise<string> => {
      const { stderr } = await waitFor(spawnSignupActions(folder, 'run', ...args));
      return (
        stderr
          .split('\n')[0]
          ?.replaceAll(/:\d{2,}\/.*/g, ':0/…')
          .replaceAll(folder, '~') ?? ''
      );
    };

    expect(await run('--inspect', '0', 'gate.js')).toBe('Debugger listening on ws://127.0.0.1:0/…');
    expect(await run('--inspect', 'localhost:0', 'gate.js')).toMatch(/^Debugger listening on ws:/);
    expect(await run('--inspect-brk', 'foo:bar', 'gate.js')).toBe(
      "error: option '--inspect-brk [host:port]' argument 'foo:bar' is invalid. It must be HOST:PORT, such as 127.0.0.1:9229.",
    );
    expect(await run('--inspect', 'a:b', 'gate.js')).toMatch(/^error: Failed to read ~\/a:b/);
    expect(await run('gate.js', '--inspect', 'foo:bar')).toContain("argument 'foo:bar' is invalid");
  });

  it('takes no path for an address', async ({ expect }) => {
    const folder = createFolder({
      'gate.js': 'exports.onExecutePreUserRegistration = async () => {};',
    });
    const done = await waitFor(spawnSignupActions(folder, 'run', '--inspect=a:b', 'gate.js'));

    expect(done).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: option '--inspect [host:port]' argument 'a:b' is invalid. It must be HOST:PORT, such as 127.0.0.1:9229.
      ",
        "stdout": "",
      }
    `);
  });
});
