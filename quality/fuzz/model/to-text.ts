/** What a refusal's record holds of an argument (R3). */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  try {
    // oxlint-disable-next-line typescript/no-base-to-string -- whatever it says is recorded
    return value instanceof Error ? value.message : String(value);
  } catch {
    return '[unprintable]';
  }
}
