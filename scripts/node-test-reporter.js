/**
 * Reports a run of node:test as Jest's totals, in JSON.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* report(events) {
  for await (const { type, data } of events) {
    // The summary of a file names it; that of the whole run does not.
    if (type !== 'test:summary' || data.file !== undefined) continue;
    const { tests, passed, skipped, todo } = data.counts;
    yield JSON.stringify({
      numPassedTests: passed,
      numFailedTests: tests - passed - skipped - todo,
      numPendingTests: skipped + todo,
    });
  }
}
