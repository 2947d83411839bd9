import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { assertNotFailed, createMockApi, createMockEvent, runFlow } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { specifyEveryMatcher } from '../spec/every-matcher.ts';

describe('matchers in Vitest', () => {
  specifyEveryMatcher({
    it,
    expect,
    spyOn: vi.spyOn,
    silence: () => {
      for (const method of ['log', 'warn'] as const) {
        vi.spyOn(console, method).mockImplementation(() => {});
      }
      onTestFinished(() => void vi.restoreAllMocks());
    },
    kit: { assertNotFailed, createMockApi, createMockEvent, runFlow },
  });
});
