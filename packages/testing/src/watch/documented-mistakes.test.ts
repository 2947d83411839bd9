import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createMockEvent, runAction } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { throwUnseen } from '../matchers/throw-unseen.ts';

const docs = new URL('../../../../docs/', import.meta.url);
const { mistakes } = createRequire(docs)('./snippets/diagnostics/mistakes.js') as {
  mistakes: Readonly<Record<string, PreUserRegistrationAction>>;
};

/** Whether a test of this Action fails at its end; late calls make the run itself fail. */
async function failsTest(code: string, handler: PreUserRegistrationAction): Promise<boolean> {
  const isPasswordless = /passwordless|non-database/.test(code);
  const event = createMockEvent(isPasswordless ? 'passwordless-email' : 'universal-login', {
    secrets: { SCORE_KEY: 'example-score-key' },
  });
  const hasRun = await runAction(handler, event).catch(() => false);
  try {
    throwUnseen('of-test');
    return false;
  } catch {
    return hasRun !== false;
  }
}

it('the page about testing lists the mistakes that fail a test by default', async () => {
  const failing: string[] = [];
  for (const [code, handler] of Object.entries(mistakes)) {
    if (await failsTest(code, handler)) failing.push(code);
  }
  const page = readFileSync(new URL('testing.md', docs), 'utf8');
  const [, after = ''] = page.split('## Mistakes that fail a test');
  const [section = ''] = after.split('\n#');

  expect(section.match(/(?<=`)[a-z]+(?:-[a-z]+)+(?=`)/g)?.toSorted()).toEqual(failing.toSorted());
});
