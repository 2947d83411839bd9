import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// The built command keeps what Node has compiled, and does without where it cannot.

const bin = fileURLToPath(new URL('../../packages/cli/dist/bin.cjs', import.meta.url));

/** Runs an Action that looks for the variable of the cache. */
function run(env: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-cache-'));
  const cache = join(folder, 'cache');
  writeFileSync(
    join(folder, 'own.js'),
    'exports.onExecutePreUserRegistration = async () => console.log(Object.keys(process.env).length);\n',
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--', bin, 'run', 'own.js'], {
    cwd: folder,
    env: { NODE_COMPILE_CACHE: cache, ...env },
    encoding: 'utf8',
  });
  return { status, stderr, isKept: existsSync(cache), sees: /│ (.*)/.exec(stdout)?.[1] };
}

it('is kept in the folder that the user names, of which Actions see nothing', () => {
  expect(run({})).toEqual({ status: 0, stderr: '', isKept: true, sees: '0' });
});

it('is not kept if the user forbids it', () => {
  const forbidden = run({ NODE_DISABLE_COMPILE_CACHE: '1' });

  expect(forbidden).toEqual({ status: 0, stderr: '', isKept: false, sees: '0' });
});

it('is not needed where nothing can be written', () => {
  const unwritable = run({ NODE_COMPILE_CACHE: join(bin, 'cache') });

  expect(unwritable).toEqual({ status: 0, stderr: '', isKept: false, sees: '0' });
});
