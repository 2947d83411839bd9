import { createMockApi } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { describe, expect, it } from 'vitest';
import { specifyToHaveDenied } from '../spec/to-have-denied.ts';

describe('toHaveDenied in Vitest', () => {
  specifyToHaveDenied({
    it,
    expect,
    stringContaining: (part) => expect.stringContaining(part),
    createMockApi,
  });

  it('works as an asymmetric matcher', () => {
    const api = createMockApi();
    api.access.deny('reason', 'message');

    expect({ api }).toEqual({ api: expect.toHaveDenied('reason') });
  });
});
