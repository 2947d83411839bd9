/** What the person who typed the command can mend: one sentence, exit status 2, nothing has run. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
