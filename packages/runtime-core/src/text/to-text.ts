/**
 * What a refusal's record holds of an argument (R3): text as it is, nothing as the empty string, an
 * Error as its message, anything else as JavaScript prints it. Never throws: a refusal is never lost
 * over what it says.
 */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  try {
    // oxlint-disable-next-line typescript/no-base-to-string -- whatever it says is what the record holds
    return isError(value) ? String(value.message) : String(value);
  } catch {
    return '[unprintable]';
  }
}

/** By brand: an Error of another realm (a worker, a test runner's sandbox) is one too. */
const isError = (value: unknown): value is { readonly message: unknown } =>
  Object.prototype.toString.call(value) === '[object Error]';
