import type { BatchEntry } from '../batch/run-signups.ts';
import { formatUserName } from '../print/format-run.ts';
import { listDifferences, toAspects, type AspectName, type Aspects } from './to-aspects.ts';

/** A signup that two runs of it differ in. */
export interface ChangedSignup {
  /** Where the event comes from. */
  readonly label: string;
  /** The name that the user logs in with. */
  readonly user: string;
  /** What differs. */
  readonly changed: readonly AspectName[];
  readonly before: Aspects;
  readonly after: Aspects;
}

/** What comparing all signups has shown. */
export interface Comparison {
  readonly count: number;
  readonly changes: readonly ChangedSignup[];
}

/** Compares two runs of the same signups, one signup after another. `onStep` is called for each. */
export async function compareSignups(
  before: AsyncGenerator<BatchEntry>,
  after: AsyncGenerator<BatchEntry>,
  onStep: () => void,
): Promise<Comparison> {
  const changes: ChangedSignup[] = [];
  let count = 0;
  try {
    for (;;) {
      const [one, other] = await Promise.all([before.next(), after.next()]);
      if (one.done || other.done) return { count, changes };
      count += 1;
      onStep();
      const aspects = { before: toAspects(one.value), after: toAspects(other.value) };
      const changed = listDifferences(aspects.before, aspects.after);
      if (changed.length === 0) continue;
      const { label, event } = other.value.signup;
      changes.push({ label, user: formatUserName(event), changed, ...aspects });
    }
  } finally {
    // The processes of the other run end, too.
    await Promise.all([before.return(undefined), after.return(undefined)]);
  }
}
