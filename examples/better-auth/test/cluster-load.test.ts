import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isRedisRequired } from '../cluster/start-redis.ts';

const load = fileURLToPath(new URL('../load/load.ts', import.meta.url));

const timeout = 240_000;

it.skipIf(!isRedisRequired)(
  'every signup of a load is accounted for (pnpm cluster)',
  { timeout },
  () => {
    const args = [load, '--sha256', '300', '--scrypt', '10'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      timeout,
    });

    expect(stderr).toBe('');
    expect(stdout).toContain('| sha256 | yes | 300 | 291 | 3 | 3 | 3 | 291 |');
    expect(stdout).toContain('4 passed, 0 failed');
    expect(status).toBe(0);
  },
);
