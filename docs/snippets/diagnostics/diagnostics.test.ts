import { createRuntime, type Diagnostic } from '@signup-actions/runtime-core';
import { diagnosticMessages } from '@signup-actions/runtime-core/internal';
import {
  createFakeClock,
  createMockCache,
  createMockEvent,
  runAction,
} from '@signup-actions/testing';
import type { Event, PreUserRegistrationAction } from '@signup-actions/types';
import { platformSentences, runDiagnosticMessages } from '@signup-actions/workbench';
import { expect, it } from 'vitest';
import { readPage } from '../read-page.ts';
import * as fixedModule from './fixed.js';
import * as mistakesModule from './mistakes.js';

type Actions = Readonly<Record<string, PreUserRegistrationAction>>;
// The types would refuse most of them already.
const mistakes = mistakesModule.mistakes as unknown as Actions;
const { fixed }: { fixed: Actions } = fixedModule;

/** The signup that shows a mistake: on a passwordless connection if that matters. */
const eventFor = (code: string): Event => {
  const isPasswordless = /passwordless|non-database/.test(code);
  const secrets = { SCORE_KEY: 'example-score-key' };
  return createMockEvent(isPasswordless ? 'passwordless-email' : 'universal-login', {
    secrets,
  });
};

/**
 * The diagnostics of a handler that has run 20 minutes before, including late calls, which
 * make a run reject.
 */
async function diagnosticsOf(code: string, handler?: PreUserRegistrationAction) {
  const late: Diagnostic[] = [];
  const clock = createFakeClock();
  const options = {
    cache: createMockCache({}, { clock }),
    strict: false,
    onDiagnostic: (diagnostic: Diagnostic) => void late.push(diagnostic),
  };
  const action = { name: 'action', handler: handler ?? (async () => {}) };
  const run = () => runAction(action, eventFor(code), options).catch(() => undefined);
  await run();
  clock.advance(20 * 60_000);
  late.length = 0;
  const outcome = await run();
  return outcome?.diagnostics ?? late;
}

const format = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n');

it.each(Object.entries(mistakes))('shows %s', async (code, handler) => {
  const diagnostics = await diagnosticsOf(code, handler);

  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  await expect(format(diagnostics)).toMatchFileSnapshot(`outputs/${code}.txt`);
});

it.each(Object.keys(mistakes))('shows how to fix %s', async (code) => {
  expect(await diagnosticsOf(code, fixed[code])).toEqual([]);
});

it('shows a store that fails', async () => {
  // #region cache-unavailable
  const runtime = createRuntime({
    cache: {
      get: () => Promise.reject(new Error('connection refused')),
      set: () => Promise.reject(new Error('connection refused')),
      delete: () => Promise.reject(new Error('connection refused')),
    },
  });
  // #endregion cache-unavailable
  const handler: PreUserRegistrationAction = async (_event, api) =>
    api.cache.get('attempts');
  const actions = [{ name: 'count', handler }];

  const outcome = await runtime.run({ event: createMockEvent(), actions });

  expect(outcome.status).toBe('allowed');
  await expect(format(outcome.diagnostics)).toMatchFileSnapshot(
    'outputs/cache-unavailable.txt',
  );
});

it('shows that diagnostics are left out', async () => {
  const handler: PreUserRegistrationAction = async (_event, api) => {
    // #region too-many-diagnostics
    for (let turn = 0; turn < 1_500; turn += 1) {
      api.user.setUserMetadata('last_seen', new Date(0) as never);
    }
    // #endregion too-many-diagnostics
  };
  const diagnostics = await diagnosticsOf('too-many-diagnostics', handler);

  await expect(format(diagnostics.slice(1_000))).toMatchFileSnapshot(
    'outputs/too-many-diagnostics.txt',
  );
});

it('has an entry for every code, and no other', () => {
  const shown = [...readPage('diagnostics').matchAll(/^## `([\w-]+)` \{#\1\}$/gm)];
  const codes = shown.map(([, code]) => code);

  expect(codes).toEqual(Object.keys(diagnosticMessages).toSorted());
  expect(codes).toEqual(
    [
      ...Object.keys(mistakes),
      'cache-unavailable',
      'too-many-diagnostics',
    ].toSorted(),
  );
});

it('names at the top those that do more than report', async () => {
  const special = ['cache-unavailable'];
  for (const [code, handler] of Object.entries(mistakes)) {
    const actions = [{ name: 'action', handler }];
    const { status } = await createRuntime().run({ event: eventFor(code), actions });
    expect(status).not.toBe('failed');
    const isRejected = await runAction(handler, eventFor(code), {
      strict: false,
    }).catch(() => true);
    if (isRejected === true || code in platformSentences) special.push(code);
  }

  const [top = ''] = readPage('diagnostics').split('\n## ');
  const named = [...top.matchAll(/^- \[`([\w-]+)`\]/gm)].map(([, code]) => code);
  expect(new Set(named)).toEqual(new Set(special));
});

it('has an entry for every rule of the platform, and for what only a run sees', () => {
  const rules = { ...platformSentences, ...runDiagnosticMessages };
  for (const rule of Object.keys(rules)) {
    expect(readPage('diagnostics')).toMatch(
      new RegExp(`^##+ \`${rule}\` \\{#${rule}\\}$`, 'm'),
    );
  }
});
