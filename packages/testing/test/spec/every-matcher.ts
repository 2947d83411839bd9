import { specifyArguments } from './arguments.ts';
import { specifyCallLists } from './call-lists.ts';
import { specifyCalls } from './calls.ts';
import { specifyChanges } from './changes.ts';
import { specifyCreatedUser } from './created-user.ts';
import { specifyFailures } from './failures.ts';
import { specifyOutcomes } from './outcomes.ts';
import { specifyMessages } from './messages.ts';
import { specifyOutput } from './output.ts';
import { specifyRefusals } from './refusals.ts';
import type { Runner } from './runner.ts';

/** When every matcher passes, and every message that it gives if it fails. */
export function specifyEveryMatcher(runner: Runner): void {
  specifyRefusals(runner);
  specifyChanges(runner);
  specifyCalls(runner);
  specifyOutcomes(runner);
  specifyArguments(runner);
  specifyFailures(runner);
  specifyCallLists(runner);
  specifyCreatedUser(runner);
  specifyOutput(runner);
  specifyMessages(runner);
}
