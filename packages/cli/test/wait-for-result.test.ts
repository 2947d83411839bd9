import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { defaultLimits } from '@signup-actions/runtime-core';
import { afterEach, expect, it, vi } from 'vitest';
import { framesFd, type ResultMessage } from '../src/process/protocol.ts';
import { collectFrames } from '../src/process/parent/collect.ts';
import { waitForResult } from '../src/process/parent/wait-for-result.ts';

// No Action is to blame for a process that never gets as far as running one.

/** Waits for the result of a process that runs this program. */
async function runProgram(program: string): Promise<ResultMessage> {
  const child = spawn(process.execPath, ['--eval', program], {
    stdio: ['ignore', 'ignore', 'pipe', 'ignore', 'pipe'],
  });
  const frames = collectFrames(child.stdio[framesFd] as Readable);
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => void (errors += chunk));
  try {
    return await waitForResult(
      { child, frames, readErrors: () => errors },
      { limits: defaultLimits, stop: new AbortController().signal },
    );
  } finally {
    child.kill('SIGKILL');
  }
}

afterEach(() => void vi.useRealTimers());

it('says why a process did not start', async () => {
  await expect(runProgram("require('./missing')")).rejects.toThrow(
    /^Failed to start a process for the Actions: it ended with Error: Cannot find module '.\/missing'\.$/,
  );
});

it('says that a process did not start in time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const running = runProgram('setInterval(() => {}, 1000);').catch(String);
  vi.advanceTimersByTime(30_000);

  expect(await running).toMatchInlineSnapshot(
    `"UsageError: Failed to start a process for the Actions: it was not ready after 30 seconds."`,
  );
});

it('blames the Actions for the end of a process that was ready', async () => {
  expect(await runProgram("require('node:fs').writeSync(4, '{}\\n')")).toMatchObject({
    result: {
      failure: {
        kind: 'action_error',
        error: { message: 'An Action ended the process before it had settled.' },
      },
    },
  });
});
