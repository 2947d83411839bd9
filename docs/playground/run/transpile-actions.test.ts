import { expect, it } from 'vitest';
import { collectMessages, toAction, toTestJob } from '../test/run.ts';
import { toActions } from './flow-job.ts';
import { haveTypeScript, transpileActions } from './transpile-actions.ts';

const typed = (body: string) => ({
  name: 'typed',
  language: 'typescript' as const,
  code: `import type { PreUserRegistrationAction } from '@signup-actions/types';

export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
${body}
};
`,
  secrets: [],
  configuration: [],
});

it('runs TypeScript with its modules, and names its lines', async () => {
  const body =
    "  const words: readonly string[] = require('actions:team').words;\n  api.access.deny(words[0]!, 'No.');";
  const module = {
    name: 'team',
    language: 'typescript' as const,
    code: "export const words: string[] = ['typed'];\n",
    secrets: [],
  };
  const job = toTestJob([typed(body)], { modules: [module] });
  const actions = await transpileActions(job.actions);

  expect(haveTypeScript(job.actions)).toBe(true);
  expect(
    (await collectMessages({ ...job, actions: actions as typeof job.actions })).at(-1),
  ).toMatchObject({
    outcome: { status: 'denied', refusal: { reason: 'typed' }, calls: [{ site: { line: 5 } }] },
  });
});

it('names the line that is not TypeScript', async () => {
  const actions = toActions({ actions: [toAction(''), typed('  const = 1;')] });

  expect(await transpileActions(actions)).toMatchInlineSnapshot(`
    {
      "message": "typed, line 4: This is not TypeScript: Unexpected token.",
      "place": {
        "action": 1,
        "line": 4,
      },
    }
  `);
});

it('leaves JavaScript as it is', () => {
  expect(haveTypeScript(toActions({ actions: [toAction('')] }))).toBe(false);
});
