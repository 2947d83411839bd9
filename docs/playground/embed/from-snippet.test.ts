import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { toActions, toJob } from '../run/flow-job.ts';
import { toEvent } from '../state/to-event.ts';
import { collectMessages } from '../test/run.ts';
import { fromSnippet } from './from-snippet.ts';
import { runnable } from './runnable.ts';

const source = readFileSync(
  new URL('../../snippets/diagnostics/mistakes.js', import.meta.url),
  'utf8',
);
const snippets = new Map(
  [...source.matchAll(/\/\/ #region ([\w-]+)\n([^]*?)\n *\/\/ #endregion/g)].map(
    ([, code = '', snippet = '']) => [code, snippet],
  ),
);

it('is of code that the page of diagnostics shows', () => {
  expect([...snippets.keys()]).toEqual(expect.arrayContaining([...runnable]));
});

// The browser's tests run the one that takes 20 minutes.
it.each([...runnable].filter((code) => code !== 'cache-default-lifetime'))(
  'shows %s',
  async (code) => {
    const state = fromSnippet(code, snippets.get(code) ?? '');
    const [signup] = state.signups;
    const read = signup && toEvent(signup);
    if (read?.type !== 'event') throw new Error('The event is broken.');
    const job = toJob(toActions(state), { event: read.event, cache: [], clockOffsetMs: 0 });
    const messages = await collectMessages(job);

    const mark =
      code === 'handler-not-async'
        ? { failure: { error: { message: expect.stringContaining('must be an async function') } } }
        : { diagnostics: [{ code }] };
    // A call after the outcome sends it again.
    await vi.waitFor(() => expect(messages.at(-1)).toMatchObject({ outcome: mark }));
  },
);
