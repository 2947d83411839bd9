import { shared } from './shared.ts';

/** What the setup entries tell the rest of the kit about the tests of this process. */
export interface TestsState {
  /** Whether a setup entry reports what goes wrong beside the expectations. */
  isWatched: boolean;
  /** How many tests are running: more than one if they are concurrent. */
  running: number;
  /** The runner's time limit of the test that started last, in milliseconds; `undefined` if it is not known. */
  timeoutMs: number | undefined;
  /** Whether the runner itself compares what a matcher received with what it expected. */
  showsComparisons: boolean;
}

export const testsState: TestsState = shared('tests', () => ({
  isWatched: false,
  running: 0,
  timeoutMs: undefined,
  showsComparisons: false,
}));
