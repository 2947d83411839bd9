/** An error that the user of the command can fix. Its message is printed, nothing is run, and the exit status is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
