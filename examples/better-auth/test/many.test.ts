import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('../load/many/many.ts', import.meta.url));

it.skipIf(process.platform !== 'linux')(
  'every signup is accounted for, also in the log and the metrics',
  () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--signups', '200'], {
      encoding: 'utf8',
    });

    expect(stderr).toBe('');
    expect(stdout).toContain('| 200 | 194 | 2 | 2 | 2 | 194 |');
    expect(stdout).toContain('4 passed, 0 failed');
    expect(status).toBe(0);
  },
);
