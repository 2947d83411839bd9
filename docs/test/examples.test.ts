import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as hooks from '@signup-actions/hooks';
import * as cognitoHook from '@signup-actions/hooks/cognito';
import * as supabaseHook from '@signup-actions/hooks/supabase';
import * as workosHook from '@signup-actions/hooks/workos';
import * as runtimeCore from '@signup-actions/runtime-core';
import * as redisStore from '@signup-actions/runtime-core/redis';
import * as testing from '@signup-actions/testing';
import * as contracts from '@signup-actions/testing/contracts';
import * as fastCheck from '@signup-actions/testing/fast-check';
import * as node from '@signup-actions/testing/node';
import { expect, it } from 'vitest';
import { compile } from '../../packages/types/test/compile.ts';
import { typescripts } from '../../packages/types/test/typescripts.ts';
import { readText, root } from './read-pages.ts';

// The examples in the comments of the kit and of the engine, which the reference shows, are programs. (Those of
// the types have a test of their own, beside them.)

const importAll = (names: object, specifier: string, without: object = {}): string =>
  `import { ${Object.keys(names)
    .filter((name) => !(name in without))
    .join(', ')} } from '${specifier}';`;

/** What an example takes for granted. */
const prelude = `
import { betterAuth } from 'better-auth';
import fc from 'fast-check';
import Keyv from 'keyv';
import { createClient } from 'redis';
import { expect, it } from 'vitest';
import '@signup-actions/testing/vitest';
import type { Action, Outcome } from '@signup-actions/runtime-core';
import type { MockApi } from '@signup-actions/testing';
import type { HostRun } from '@signup-actions/testing/contracts';
import type { Event, PreUserRegistrationAction } from '@signup-actions/types';
${importAll(runtimeCore, '@signup-actions/runtime-core')}
import { signupActions } from '@signup-actions/better-auth';
${importAll(hooks, '@signup-actions/hooks')}
${importAll(cognitoHook, '@signup-actions/hooks/cognito')}
${importAll(supabaseHook, '@signup-actions/hooks/supabase')}
${importAll(workosHook, '@signup-actions/hooks/workos')}
${importAll(redisStore, '@signup-actions/runtime-core/redis')}
${importAll(testing, '@signup-actions/testing', runtimeCore)}
${importAll(contracts, '@signup-actions/testing/contracts')}
${importAll(node, '@signup-actions/testing/node')}
${importAll(fastCheck, '@signup-actions/testing/fast-check')}
declare const api: MockApi;
declare const event: Event;
declare const outcome: Outcome;
declare const handler: PreUserRegistrationAction;
declare const onExecutePreUserRegistration: PreUserRegistrationAction;
declare const blockDisposable: PreUserRegistrationAction;
declare const limitAttempts: PreUserRegistrationAction;
declare const tagPlan: PreUserRegistrationAction;
declare const secret: string;
declare const actions: readonly Action[];
declare const signUpOnMyHost: HostRun;
declare const logger: { info(entry: object): void };
declare const createUser: (user: object) => Promise<void>;
`;

const examples = globSync('packages/{better-auth,hooks,testing,runtime-core}/src/**/*.ts', {
  cwd: root,
}).flatMap((file) =>
  [...readText(file).matchAll(/@example\s*\n[ *]*```ts\n(.*?)```/gs)].map(
    ([, text = ''], index) => ({
      file: `${file.replaceAll(/\W+/g, '-')}-${index}.ts`,
      code: text.replaceAll(/^ *\* ?/gm, ''),
    }),
  ),
);

it('every example compiles', async () => {
  mkdirSync(`${root}/.reports`, { recursive: true });
  const folder = mkdtempSync(`${root}/.reports/examples-`);
  for (const { file, code } of examples) {
    const program = `${prelude}\nexport const example = async (): Promise<void> => {\n${code}};\n`;
    writeFileSync(`${folder}/${file}`, program);
  }
  const [typescript] = typescripts;
  if (typescript === undefined) throw new Error('There is no compiler.');

  const errors = await compile(typescript, {
    folder,
    include: ['*.ts'],
    options: {
      module: 'preserve',
      types: ['node'],
      skipLibCheck: true,
      customConditions: ['@signup-actions/source'],
      paths: {
        'better-auth': ['../../packages/better-auth/node_modules/better-auth'],
        keyv: ['../../packages/testing/node_modules/keyv'],
        redis: ['../../examples/better-auth/node_modules/redis'],
      },
    },
  });

  expect(examples.length).toBeGreaterThan(20);
  expect(errors).toEqual([]);
  rmSync(folder, { recursive: true });
});
