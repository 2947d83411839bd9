import { describe, expect, it, jest } from '@jest/globals';
import { createMockApi, createMockEvent, runFlow } from '@signup-actions/testing';
import '@signup-actions/testing/jest';
import { specifyEveryMatcher } from '../spec/every-matcher.ts';

describe('matchers in Jest', () => {
  specifyEveryMatcher({ it, expect, kit: { createMockApi, createMockEvent, runFlow } });

  it('work as asymmetric matchers, and in their negated form', () => {
    const api = createMockApi();
    api.access.deny('reason', 'message');

    expect({ api }).toEqual({ api: expect.toHaveDenied('reason') });
    expect({ api }).toEqual({ api: expect.not.toHaveSetUserMetadata('plan') });
    expect({ api }).not.toEqual({ api: expect.toHaveAllowed() });
  });

  it('a spied method records, and destructured ones do', () => {
    const api = createMockApi();
    const deny = jest.spyOn(api.access, 'deny');
    const { setUserMetadata } = api.user;

    api.access.deny('reason', 'message');
    setUserMetadata('plan', 'free');

    expect(deny).toHaveBeenCalledWith('reason', 'message');
    expect(api).toHaveDenied('reason');
    expect(api).toHaveSetUserMetadata('plan', 'free');
  });
});
