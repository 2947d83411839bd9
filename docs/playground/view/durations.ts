/** The units in which durations are edited, in milliseconds. */
export const units = {
  ms: 1,
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  days: 86_400_000,
} as const satisfies Readonly<Record<string, number>>;

/** The name of a unit. */
export type Unit = keyof typeof units;

/** The largest unit in which a duration is a whole number; minutes for none. */
export function unitOf(ms: number): Unit {
  if (ms === 0) return 'min';
  const names = Object.keys(units) as Unit[];
  return names.findLast((name) => ms % units[name] === 0) ?? 'ms';
}

/** A duration as people write it: `90 min`. */
export function formatDelay(ms: number): string {
  const unit = unitOf(ms);
  const count = ms / units[unit];
  return `${count} ${unit === 'days' && count === 1 ? 'day' : unit}`;
}
