/** A rule of the contract, or one of the promises that hold beside its numbered rules. */
type Rule =
  | `${'F' | 'R' | 'M' | 'U' | 'C'}${number}`
  | 'determinism'
  | 'fail closed'
  | 'frozen'
  | 'never rejects'
  | 'secrets'
  | 'tenant log';

/**
 * What must notice a mistake: the fuzzer, or a law, by its file in `packages/runtime-core/test/laws` and the
 * beginning of its test's title.
 */
export type Net =
  | 'fuzzer'
  | `${'accumulator' | 'host-contract' | 'metadata-size' | 'mock-is-engine' | 'redaction'}: ${string}`;

/** A small change that makes the engine wrong. */
export interface PlantedMistake {
  /** The rule that the changed engine breaks. */
  readonly rule: Rule;
  /** What the changed engine does. */
  readonly mistake: string;
  /** Every net that must notice it. */
  readonly noticedBy: readonly [Net, ...Net[]];
  /** Source file, relative to `packages/runtime-core/src`. */
  readonly file: string;
  /** The source text to replace; the file contains it exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** Returns the source with the mistake in it. Throws if the source does not contain the place exactly once. */
export function changeSource(source: string, { file, find, replace }: PlantedMistake): string {
  const count = source.split(find).length - 1;
  if (count === 1) return source.replace(find, () => replace);
  throw new Error(`Failed to plant a mistake: ${file} contains "${find}" ${count} times.`);
}

/** Plants mistakes in memory, one at a time, as Vite or Vitest loads the engine's sources. */
export interface Planter {
  readonly plugin: {
    readonly name: string;
    readonly enforce: 'pre';
    readonly transform: (code: string, id: string) => string | undefined;
  };
  /** Replaces the mistake that was planted before. */
  readonly plant: (mistake: PlantedMistake) => void;
  /** How many times the current mistake has been planted. */
  readonly count: () => number;
}

export function createPlanter(): Planter {
  let current: PlantedMistake | undefined;
  let count = 0;
  return {
    plugin: {
      name: 'planted-mistake',
      // Before the types are stripped, so that `find` reads like the source.
      enforce: 'pre',
      transform(code, id) {
        if (!current || !id.endsWith(`/runtime-core/src/${current.file}`)) return undefined;
        const changed = changeSource(code, current);
        count += 1;
        return changed;
      },
    },
    plant(mistake) {
      current = mistake;
      count = 0;
    },
    count: () => count,
  };
}
