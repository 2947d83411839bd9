// `npm start`: runs the example tenant on its signups; `npm start -- PATH --event FILE` runs your own.
import { prepare, root, run } from './toolchain.js';

const examples = `${root}/examples`;
const demo = [
  `${examples}/tenant`,
  '--env-file',
  `${examples}/tenant.env`,
  '--event',
  `${examples}/signups`,
];
const typed = process.argv.slice(2);

const env = prepare();
const cli = ['--conditions=@signup-actions/source', `${root}/packages/cli/src/bin.ts`];
const args = [...cli, 'run', ...(typed.length > 0 ? typed : demo)];
// Paths are meant as seen from where npm was called.
const status = run('node', args, { env, cwd: process.env.INIT_CWD ?? process.cwd() });

// The demo refuses two of its signups on purpose, which is not an error of `npm start`.
process.exitCode = typed.length === 0 && status === 1 ? 0 : status;
