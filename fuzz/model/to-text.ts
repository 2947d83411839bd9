/** What a refusal's record holds of an argument (R3). */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  try {
    return value instanceof Error ? value.message : String(value);
  } catch {
    return '[unprintable]';
  }
}
