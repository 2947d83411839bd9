import { createLog, type Log } from '../src/create-log.ts';
import type { Secrets } from '../src/read-tenant.ts';

type Entry = Readonly<Record<string, string>>;

/** A log that a test reads. */
export interface TestLog {
  readonly log: Log;
  readonly lines: readonly string[];
  /** The entries without their time. */
  readonly entries: () => readonly Entry[];
  /** Resolves with the first entry that contains these properties and that no earlier call has found. */
  readonly find: (expected: Entry) => Promise<Entry>;
}

export function createTestLog(secrets: Secrets = {}): TestLog {
  const lines: string[] = [];
  const found = new Set<number>();
  let watchers: (() => void)[] = [];
  const entries = (): readonly Entry[] =>
    lines.map((line) => {
      const { time: _, ...entry } = JSON.parse(line);
      return entry;
    });
  const has = (entry: Entry, expected: Entry): boolean =>
    Object.entries(expected).every(([name, value]) => entry[name] === value);
  return {
    lines,
    entries,
    log: createLog({
      secrets,
      now: () => new Date('2026-01-02T03:04:05Z'),
      write(line) {
        lines.push(line);
        const due = watchers;
        watchers = [];
        for (const watch of due) watch();
      },
    }),
    async find(expected) {
      for (;;) {
        const at = entries().findIndex((entry, index) => !found.has(index) && has(entry, expected));
        if (at !== -1) {
          found.add(at);
          return entries()[at]!;
        }
        await new Promise<void>((resolve) => void watchers.push(resolve));
      }
    },
  };
}
