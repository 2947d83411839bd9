import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const docs = fileURLToPath(new URL('../..', import.meta.url));
const execute = promisify(execFile);

/** Why the site cannot be tried in a browser here; nothing where it can. */
export async function findMissing(): Promise<string | undefined> {
  if (!existsSync(`${docs}/.vitepress/dist/playground.html`)) {
    return 'The site is not built; pnpm playground builds it.';
  }
  return execute('chromium', ['--version']).then(
    () => undefined,
    () => 'chromium is not installed here; pnpm playground installs it.',
  );
}

/** The built site, served. */
export interface Site {
  /** Without a slash at its end. */
  readonly address: string;
  readonly stop: () => void;
}

/** Serves the built site on loopback, as `vitepress preview` does. */
export async function serveSite(): Promise<Site> {
  const port = await findPort();
  const vitepress = `${docs}/node_modules/vitepress/bin/vitepress.js`;
  const child = spawn(process.execPath, [vitepress, 'preview', docs, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { address: await findAddress(child), stop: () => void child.kill() };
}

/** Where the site begins: it may be a folder of its host. */
const findAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer): void => {
      said += String(text);
      const [, address] = /served at (\S+?)\/?\s/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`vitepress preview ended: ${said}`)));
  });

const findPort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
