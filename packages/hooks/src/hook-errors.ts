import type { HookError, HookErrorCode } from './codec.ts';

/** What is thrown inside the handler for a request that no flow can run for. */
export type ThrownHookError = Error & HookError;

const details: Readonly<Record<HookErrorCode, readonly [status: number, message: string]>> = {
  'method-not-allowed': [405, 'A hook must be called with POST.'],
  'too-large': [413, 'The body is too large.'],
  'too-slow': [408, 'The body did not arrive in time.'],
  unreadable: [400, 'The body cannot be read as UTF-8.'],
  'signature-invalid': [401, 'The signature or the time of the request is not valid.'],
  replayed: [409, 'The same request has been received before.'],
  malformed: [400, 'The body is not a signup of this platform.'],
  failed: [500, 'Something went wrong. Please try again later.'],
};

/** Creates an error with the status and the message of its code. */
export function createHookError(code: HookErrorCode, cause?: unknown): ThrownHookError {
  const [status, message] = details[code];
  return Object.assign(new Error(message, { cause }), { code, status });
}

/** Converts anything thrown to a hook error: what does not have one of our codes is `failed`. */
export const toHookError = (thrown: unknown): HookError =>
  thrown instanceof Error && 'code' in thrown && 'status' in thrown && isCode(thrown.code)
    ? (thrown as ThrownHookError)
    : createHookError('failed', thrown);

const isCode = (code: unknown): boolean => typeof code === 'string' && Object.hasOwn(details, code);

/** A response with the status of an error, for platforms that refuse the signup unless the status is 200. */
export const toPlainResponse = ({ code, status, message }: HookError): Response =>
  Response.json(
    { error: { code, message } },
    { status, ...(status === 405 && { headers: { allow: 'POST' } }) },
  );
