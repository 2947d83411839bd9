import type { Settings } from '../state/playground-state.ts';

/** A configuration as it is edited: values are strings, so others become their JSON. */
export const toSettings = (configuration: Readonly<Record<string, unknown>>): Settings =>
  Object.entries(configuration).map(([name, value]): Settings[number] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);

/** What a visitor should know of these configurations. */
export function listSettingNotes(
  configurations: readonly Readonly<Record<string, unknown>>[],
): readonly string[] {
  const others = configurations.flatMap((configuration) =>
    Object.keys(configuration).filter((name) => typeof configuration[name] !== 'string'),
  );
  return others.length > 0
    ? [`The configuration holds only strings here: ${[...new Set(others)].join(', ')}.`]
    : [];
}
