import { expect, test } from 'vitest';
import { createFolder, signupActions } from './command.ts';
import { tenants, tenantSecrets } from './tenants.ts';

const ofTeam = { event: { user: { email: 'ada@corp.example' } } };
const secrets = { SALT: 'pepper-and-salt', 'Team Rules.DOMAIN': 'corp.example' };

test.for(tenants)('list, check, run and test understand %s', async ([, path, files]) => {
  const folder = createFolder({
    ...files,
    'cases/flow.signup.json': {
      actions: `../${path}`,
      secrets,
      signups: [
        { ...ofTeam, expect: { status: 'allowed', metadata: { app: { salt: 15 } } } },
        { expect: { ran: ['Tag: plan?'], refusal: { action: 'Gate / EU' } } },
      ],
    },
    'own.env': tenantSecrets,
  });
  const type = (name: string, ...args: readonly string[]) => signupActions(folder, name, ...args);

  const listed = await type('list', path, '--json', '--env-file', 'own.env');
  expect(JSON.parse(listed.stdout)).toMatchObject({
    actions: [
      { name: 'Tag: plan?', secrets: [{ name: 'SALT', hasValue: true }], isDraft: false },
      { name: 'Gate / EU', modules: [{ name: 'Team Rules', isHere: true }], isDraft: false },
    ],
  });

  const checked = await type('check', path);
  expect(checked.stdout).toBe('✓ 2 Actions and 1 module checked, nothing found\n');

  const run = await type('run', path, '--env-file', 'own.env');
  expect(run.stdout).toMatch(/✓ Tag: plan\? +completed[^]*✗ Gate \/ EU +refused/);
  expect(run.status).toBe(1);

  const tested = await type('test', 'cases');
  expect(tested).toMatchObject({ status: 0, stderr: '' });
});
