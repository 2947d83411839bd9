import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A program that can run JavaScript. */
export interface Platform {
  /** The command, as it is found on the `PATH`. */
  readonly name: string;
  /** Runs `program.js` in a folder and returns what it decided. */
  readonly run: (folder: string) => Promise<string>;
}

/** The modules in a folder: the program, and the engine as it was built. */
const listModules = (folder: string): readonly string[] =>
  readdirSync(folder).filter((file) => file.endsWith('.js'));

export const platforms: readonly Platform[] = [
  { name: 'bun', run: (folder) => runFile(folder, 'bun') },
  { name: 'deno', run: (folder) => runFile(folder, 'deno') },
  { name: 'workerd', run: runInWorkerd },
  { name: 'chromium', run: runInChromium },
];

async function runFile(folder: string, command: string): Promise<string> {
  const main = "import { decide } from './program.js'; console.log(await decide());";
  writeFileSync(`${folder}/main.mjs`, main);
  const { stdout } = await execute(command, ['run', 'main.mjs'], { cwd: folder });
  return stdout;
}

/** Runs the program as one of workerd's own tests, which need no socket. */
async function runInWorkerd(folder: string): Promise<string> {
  const worker =
    "import { decide } from './program.js'; export default { test: async () => console.log(await decide()) };";
  writeFileSync(`${folder}/worker.js`, worker);
  // The first module is the worker.
  const modules = ['worker.js', ...listModules(folder).filter((file) => file !== 'worker.js')].map(
    (file) => `(name = "${file}", esModule = embed "${file}")`,
  );
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .main)]);
const main :Workerd.Worker = (modules = [${modules.join(', ')}], compatibilityDate = "2026-01-01");
`;
  writeFileSync(`${folder}/config.capnp`, config);
  const { stdout } = await execute('workerd', ['test', 'config.capnp'], { cwd: folder });
  return stdout;
}

/** Runs the program in a page served on loopback, which shows what it decided. */
async function runInChromium(folder: string): Promise<string> {
  const page = `<!doctype html><pre></pre><script type="module">
    import { decide } from './program.js';
    document.querySelector('pre').textContent = await decide();
  </script>`;
  const server = createServer(({ url }, response) => {
    const file = listModules(folder).find((name) => url === `/${name}`);
    if (url !== '/' && !file) return response.writeHead(404).end();
    response.setHeader('content-type', file ? 'text/javascript' : 'text/html; charset=utf-8');
    return response.end(file ? readFileSync(`${folder}/${file}`) : page);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const own = ['--disable-sync', '--no-first-run', `--user-data-dir=${folder}/profile`];
  try {
    const wait = ['--virtual-time-budget=5000', '--dump-dom'];
    const { stdout } = await execute('chromium', [...flags, ...own, ...wait, address]);
    return /<pre>(?<text>.*?)<\/pre>/s.exec(stdout)?.groups?.['text'] ?? stdout;
  } finally {
    server.close();
  }
}
