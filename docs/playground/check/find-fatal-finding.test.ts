import type { LoadedAction } from '@signup-actions/workbench';
import { expect, it } from 'vitest';
import { findFatalFinding } from './find-fatal-finding.ts';

const toAction = (source: string): LoadedAction => ({
  name: 'own',
  file: 'action-0.js',
  source,
  code: source,
  language: 'javascript',
  dependencies: [],
  secrets: {},
});
const messageOf = (source: string): string | undefined =>
  findFatalFinding([toAction(source)])?.message;

it.each([
  'import type { Event } from "x";\nexport const a: Event = 1;',
  'interface Person { name: string }',
  'const plan: string = "free";',
  'exports.onExecutePreUserRegistration = async (event: Event, api) => {};',
  'exports.onExecutePreUserRegistration = async (event): Promise<void> => {};',
  'const plans = ["free"] as const;',
])('says what to do about TypeScript: %s', (source) => {
  expect(messageOf(source)).toContain('This looks like TypeScript');
});

it('names a module that does not parse, and its place after the Actions', () => {
  const action = toAction('exports.onExecutePreUserRegistration = async (event, api) => {};');
  const module = { ...toAction('exports.a = ;'), name: 'team' };

  expect(findFatalFinding([{ ...action, modules: [module] }])).toMatchObject({
    message: expect.stringContaining('team, line 1: '),
    place: { action: 1, line: 1 },
  });
});

it.each([
  'exports.onExecutePreUserRegistration = async (event, api) => { api.access.deny("a: b", { c: 1 }; };',
  'exports.onExecutePreUserRegistration = async (event, api) => { const a = event ? { b: 1 } : c };',
])('says what does not parse in JavaScript: %s', (source) => {
  expect(messageOf(source) ?? '').not.toContain('TypeScript');
});
