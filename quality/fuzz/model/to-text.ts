/** An argument as the record of a refusal contains it (R3). */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  try {
    // oxlint-disable-next-line typescript/no-base-to-string -- whatever it says is recorded
    return value instanceof Error ? value.message : String(value);
  } catch {
    return '[unprintable]';
  }
}
