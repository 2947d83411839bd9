import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../packages/cli/dist/bin.cjs', import.meta.url));

/** The files that the built command has loaded when it ends, without the hashes in their names. */
function listLoaded(...args: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-chunks-'));
  const [preload, list] = [join(folder, 'preload.cjs'), join(folder, 'loaded.json')];
  const write = `require('node:fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(require.cache)))`;
  // The processes of Actions are started with the same options.
  writeFileSync(
    preload,
    `if (process.argv[1] === ${JSON.stringify(bin)}) process.on('exit', () => ${write});`,
  );
  writeFileSync(
    join(folder, 'action.js'),
    'exports.onExecutePreUserRegistration = async () => {};\n',
  );
  const { status, stderr } = spawnSync(process.execPath, ['--require', preload, bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const loaded = JSON.parse(readFileSync(list, 'utf8')) as readonly string[];
  return loaded
    .filter((file) => file !== preload)
    .map((file) => basename(file).replace(/-[\w-]{8}(?=\.cjs$)/, ''))
    .toSorted();
}

it('a run loads neither the parser nor what other commands need', () => {
  expect(listLoaded('run', 'action.js')).toMatchInlineSnapshot(`
    [
      "bin.cjs",
      "fork.cjs",
      "main.cjs",
      "manifest.cjs",
      "platform.cjs",
      "rolldown-runtime.cjs",
      "run.cjs",
    ]
  `);
});
