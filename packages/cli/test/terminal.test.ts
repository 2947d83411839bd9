import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { command, examples } from './command.ts';

// script(1) of util-linux gives a command a terminal.
const hasTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes(
  'util-linux',
);

it.runIf(hasTerminal)('a batch shows a bar on a terminal, in colour, and ends', () => {
  const typed = [process.execPath, ...command].map((word) => `'${word}'`).join(' ');
  const line = `${typed} run tenant --env-file tenant.env --event signups`;

  const { stdout, status } = spawnSync('script', ['-qec', line, '/dev/null'], {
    cwd: examples,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TERM: 'xterm-256color' },
    input: '',
    timeout: 30_000,
  });

  expect(stdout).toContain('\u001B[1m\u001B[32mALLOWED');
  expect(stripVTControlCharacters(stdout)).toContain('░ 2 of 3 signups');
  expect(stdout.trimEnd().split('\n').at(-1)).toContain('3 signups: 1 allowed');
  expect(status).toBe(1);
});
