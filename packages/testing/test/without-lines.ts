const place = /[\w/.-]*?([\w-]+\.test\.ts):\d+/g;

/** Prints errors in snapshots without the lines of test files, which change with every edit above them. */
export const withoutLines = {
  test: (value: unknown): boolean => value instanceof Error && value.message.search(place) >= 0,
  serialize: ({ name, message }: Error): string => `[${name}: ${message.replace(place, '$1:…')}]`,
} as const;
