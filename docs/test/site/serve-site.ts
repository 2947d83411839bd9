import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const docs = fileURLToPath(new URL('../..', import.meta.url));

/** The built site, served. */
export interface Site {
  /** Without a trailing slash. */
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

/** The site's address, which may be a folder of its host. */
const findAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    const read = (text: Buffer): void => {
      output += String(text);
      const [, address] = /served at (\S+?)\/?\s/.exec(output) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`vitepress preview ended: ${output}`)));
  });

const findPort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
