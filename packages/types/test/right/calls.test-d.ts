import type {
  CacheDeleteResult,
  CacheRecord,
  CacheSetOptions,
  CacheSetResult,
  MethodArgs,
  MethodPath,
  RecordedCall,
  RecordedCallOf,
} from '@signup-actions/types';

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export const paths: Same<
  MethodPath,
  | 'access.deny'
  | 'cache.delete'
  | 'cache.get'
  | 'cache.set'
  | 'user.setAppMetadata'
  | 'user.setUserId'
  | 'user.setUserMetadata'
  | 'validation.error'
> = true;

export const deny: Same<
  MethodArgs<'access.deny'>,
  readonly [reason: string, userMessage: string]
> = true;
export const set: Same<
  MethodArgs<'cache.set'>,
  readonly [key: string, value: string, options?: CacheSetOptions | undefined]
> = true;
export const metadata: Same<
  MethodArgs<'user.setAppMetadata'>,
  readonly [key: string, value: unknown]
> = true;
export const both: Same<
  MethodArgs<'user.setUserId' | 'cache.get'>,
  readonly [user_id: string] | readonly [key: string]
> = true;

// The calls are a union that `method` discriminates.
export function readCall(call: RecordedCall): unknown {
  switch (call.method) {
    case 'cache.get':
      return call.result satisfies CacheRecord | undefined;
    case 'cache.set':
      return call.result satisfies CacheSetResult;
    case 'cache.delete':
      return call.result satisfies CacheDeleteResult;
    case 'user.setAppMetadata':
    case 'user.setUserMetadata':
      return call.args[1] satisfies unknown;
    case 'access.deny':
    case 'validation.error':
    case 'user.setUserId':
      return call.args.length;
    default:
      return call satisfies never;
  }
}

export const calls: RecordedCall[] = [
  { method: 'access.deny', args: ['reason', 'message'] },
  { method: 'cache.get', args: ['key'], result: undefined },
  { method: 'cache.set', args: ['key', 'value'], result: { type: 'error', code: 'InvalidExpiry' } },
];
export const one: RecordedCallOf<'user.setUserId'> = { method: 'user.setUserId', args: ['ada'] };
