import { describe, expect, it, jest } from '@jest/globals';
import { assertNotFailed, createMockApi, createMockEvent, runFlow } from '@signup-actions/testing';
import '@signup-actions/testing/jest';
import { specifyEveryMatcher } from '../spec/every-matcher.ts';

describe('matchers in Jest', () => {
  specifyEveryMatcher({
    it,
    expect,
    spyOn: jest.spyOn,
    kit: { assertNotFailed, createMockApi, createMockEvent, runFlow },
  });
});
