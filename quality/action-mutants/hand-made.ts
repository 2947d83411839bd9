// What many projects have instead of the kit: an api of mock functions. It has the kit's names, so that the tests of
// the recipes run with it as they are, and notice what `toHaveBeenCalledWith` notices.
import { createFakeClock, createMockEvent } from '@signup-actions/testing';
import { afterEach, expect, vi, type Mock } from 'vitest';

export { createFakeClock, createMockEvent };

type Method = Mock<(...args: unknown[]) => unknown>;
type Handler = (event: object, api: object) => unknown;
interface Lifetime {
  readonly ttl?: number;
  readonly expires_at?: number;
}

/** A cache by hand: a Map with a clock. */
export const createMockCache = (seed: Record<string, string> = {}, { clock = Date.now } = {}) => ({
  clock,
  records: new Map<unknown, { value: unknown; expires_at: number }>(
    Object.entries(seed).map(([key, value]) => [key, { value, expires_at: Infinity }]),
  ),
});

const method = (behaviour: (...args: any[]) => unknown = () => undefined): Method =>
  vi.fn<(...args: unknown[]) => unknown>(behaviour);

/** An api of mock functions. */
export function createMockApi({ cache = createMockCache() } = {}) {
  const { clock, records } = cache;
  return {
    access: { deny: method() },
    validation: { error: method() },
    user: { setAppMetadata: method(), setUserMetadata: method(), setUserId: method() },
    cache: {
      get: method((key: unknown) => {
        const record = records.get(key);
        return record && record.expires_at >= clock() ? record : undefined;
      }),
      set: method((key: unknown, value: unknown, { ttl = Infinity, expires_at }: Lifetime = {}) => {
        if (!records.has(key) && records.size >= 20) return { type: 'error' };
        records.set(key, { value, expires_at: expires_at ?? clock() + ttl });
        return { type: 'success' };
      }),
      delete: method((key: unknown) => records.delete(key)),
    },
  };
}
type MockApi = ReturnType<typeof createMockApi>;

/** Errors that no expectation has asked for: in a test by hand, `await handler(event, api)` throws them. */
const errors = new Map<MockApi, unknown>();
afterEach(() => {
  const [error] = errors.values();
  errors.clear();
  if (error !== undefined) throw error as Error;
});

/** Calls the handler of an Action with an api of mock functions. */
export async function runAction(
  action: Handler | { readonly onExecutePreUserRegistration: Handler },
  event: object = createMockEvent(),
  options: Parameters<typeof createMockApi>[0] = {},
) {
  const api = createMockApi(options);
  try {
    await (typeof action === 'function' ? action : action.onExecutePreUserRegistration)(event, api);
  } catch (error) {
    errors.set(api, error);
  }
  const { access, validation, user } = api;
  const isRefused = access.deny.mock.calls.length + validation.error.mock.calls.length > 0;
  const set = user.setUserMetadata.mock.calls.filter(([, value]) => value !== null);
  return {
    ...api,
    api,
    status: isRefused ? 'denied' : 'allowed',
    user: { ...user, user_metadata: Object.fromEntries(set as [string, unknown][]) },
  };
}

/** Whether a method was called with these arguments; `rest` are those that the test leaves out. */
function wasCalled(mock: Method, args: readonly unknown[], rest: readonly unknown[] = []): boolean {
  if (args.length === 0) return mock.mock.calls.length > 0;
  try {
    expect(mock).toHaveBeenCalledWith(...args, ...rest.slice(args.length));
    return true;
  } catch {
    return false;
  }
}

type Received = MockApi & { readonly api?: MockApi };
const text = expect.any(String);
const define =
  (isMet: (api: MockApi, ...args: readonly unknown[]) => boolean) =>
  ({ api, ...own }: Received, ...args: readonly unknown[]) => {
    if (api && errors.has(api)) throw errors.get(api) as Error;
    return { pass: isMet(api ?? own, ...args), message: () => 'noticed' };
  };

expect.extend({
  toHaveAllowed: define(
    ({ access, validation }) => !wasCalled(access.deny, []) && !wasCalled(validation.error, []),
  ),
  toHaveDenied: define(({ access }, ...args) => wasCalled(access.deny, args, [text, text])),
  toHaveFailedValidation: define(({ validation }, ...args) =>
    wasCalled(validation.error, args, [text, text]),
  ),
  toHaveSetUserMetadata: define(({ user }, ...args) =>
    wasCalled(user.setUserMetadata, args, [text, expect.anything()]),
  ),
  toHaveSetAppMetadata: define(({ user }, ...args) =>
    wasCalled(user.setAppMetadata, args, [text, expect.anything()]),
  ),
  toHaveSetUserId: define(({ user }, ...args) => wasCalled(user.setUserId, args, [text])),
  toHaveCached: define(({ cache }, ...args) =>
    wasCalled(cache.set, args, [text, text, expect.anything()]),
  ),
  toHaveCalled: define((api, path, ...args) => {
    const [part, name] = String(path).split('.') as [keyof MockApi, string];
    return wasCalled((api[part] as Record<string, Method>)[name] as Method, args);
  }),
  // Mock functions know none.
  toHaveDiagnostic: define(() => false),
  toHaveFailed: ({ api }: { readonly api: MockApi }, message = '') => {
    const error = errors.get(api) as Error | undefined;
    errors.delete(api);
    return { pass: error?.message.includes(message) === true, message: () => 'noticed' };
  },
});
