/** Ends the command with exit code 2 and one sentence on standard error. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
