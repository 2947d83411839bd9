import { describe, expect, it, vi } from 'vitest';
import { assertNotFailed, createMockApi, createMockEvent, runFlow } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { specifyEveryMatcher } from '../spec/every-matcher.ts';

describe('matchers in Vitest', () => {
  specifyEveryMatcher({
    it,
    expect,
    spyOn: vi.spyOn,
    kit: { assertNotFailed, createMockApi, createMockEvent, runFlow },
  });
});
