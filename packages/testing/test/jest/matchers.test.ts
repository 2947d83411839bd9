import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { assertNotFailed, createMockApi, createMockEvent, runFlow } from '@signup-actions/testing';
import '@signup-actions/testing/jest';
import { specifyEveryMatcher } from '../spec/every-matcher.ts';

afterEach(() => void jest.restoreAllMocks());

describe('matchers in Jest', () => {
  specifyEveryMatcher({
    it,
    expect,
    spyOn: jest.spyOn,
    silence: () => {
      for (const method of ['log', 'warn'] as const) {
        jest.spyOn(console, method).mockImplementation(() => {});
      }
    },
    kit: { assertNotFailed, createMockApi, createMockEvent, runFlow },
  });
});

it('a message has a comparison of long values, which Jest does not show by itself', () => {
  const api = createMockApi();
  api.user.setAppMetadata('address', { street: 'Example Road 12', city: 'Example', zip: '12345' });
  const message = failureOf(() =>
    expect(api).toHaveSetAppMetadata('address', {
      street: 'Example Road 21',
      city: 'Example',
      zip: '12345',
    }),
  );

  expect(message.split('\n').slice(6).join('\n')).toMatchInlineSnapshot(`
"
- Expected
+ Received

  Array [
    "address",
    Object {
      "city": "Example",
-     "street": "Example Road 21",
+     "street": "Example Road 12",
      "zip": "12345",
    },
  ]"
`);
});

/** What an expectation says when it fails. */
function failureOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing failed';
}
