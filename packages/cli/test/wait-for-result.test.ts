import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { defaultLimits } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import type { FlowJob, FlowResult } from '@signup-actions/workbench';
import { afterEach, expect, it, vi } from 'vitest';
import { framesFd } from '../src/process/protocol.ts';
import { waitForResult } from '../src/process/parent/wait-for-result.ts';

// No Action is to blame for a process that never gets as far as running one.

const job: FlowJob = { actions: [], event: createMockEvent(), cache: [], limits: defaultLimits };

/** Waits for the result of a process that runs this program. */
async function runProgram(program: string): Promise<FlowResult> {
  const child = spawn(process.execPath, ['--eval', program], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
  });
  const frames = child.stdio[framesFd] as Readable;
  const result = await waitForResult(
    { child, frames, errors: text(child.stderr as Readable) },
    job,
  );
  child.kill('SIGKILL');
  return result;
}

afterEach(() => void vi.useRealTimers());

it('says why a process did not start', async () => {
  expect(await runProgram("require('./missing')")).toMatchObject({
    type: 'died',
    failure: {
      kind: 'platform_error',
      error: {
        message: expect.stringMatching(
          /^Failed to start a process for the Actions: it ended with Error: Cannot find module '.\/missing'$/,
        ),
      },
    },
  });
});

it('says that a process did not start in time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const running = runProgram('setInterval(() => {}, 1000);');
  vi.advanceTimersByTime(30_000);

  expect(await running).toMatchInlineSnapshot(`
    {
      "failure": {
        "error": {
          "message": "Failed to start a process for the Actions: it was not ready after 30000 ms.",
          "name": "Error",
        },
        "kind": "platform_error",
      },
      "type": "died",
    }
  `);
});

it('blames the Actions for the end of a process that was ready', async () => {
  expect(await runProgram("require('node:fs').writeSync(4, '{}\\n')")).toMatchObject({
    failure: {
      kind: 'action_error',
      error: { message: 'An Action ended the process before it had settled.' },
    },
  });
});
