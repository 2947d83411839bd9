import { dirname, relative, sep } from 'node:path';
import { handlerName } from '@signup-actions/runtime-core/internal';
import type { NearbyAction } from './find-actions.ts';
import type { Runner } from './manifest.ts';

/** The source of a first test of an Action, for a file at `path` in the same folder. */
export function formatTest(action: NearbyAction, path: string, runner: Runner): string {
  const file = relative(dirname(path), action.path).split(sep).join('/');
  const specifier = file.startsWith('.') ? file : `./${file}`;
  return `${heads[runner](specifier, action)}
it(${quote(`${action.name} does not fail on an ordinary signup`)}, async () => {
  const event = createMockEvent(${formatOverrides(action)});

  const outcome = await runAction(${handlerName}, event);

  ${expectations[runner]}
});
`;
}

/** The imports for each runner. Actions are CommonJS, which `require` loads in all three. */
const heads: {
  readonly [Name in Runner]: (specifier: string, action: NearbyAction) => string;
} = {
  vitest: (specifier, action) => `${toolsImport(action)}${kitImport}
import '@signup-actions/testing/vitest';
import { expect, it } from 'vitest';
${handlerImport(specifier, action)}`,
  jest: (specifier) => `const { expect, it } = require('@jest/globals');
const { createMockEvent, runAction } = require('@signup-actions/testing');
require('@signup-actions/testing/jest');
const { ${handlerName} } = require(${quote(specifier)});
`,
  'node:test': (specifier, action) => `import assert from 'node:assert/strict';
${toolsImport(action)}import { it } from 'node:test';
${kitImport}
${handlerImport(specifier, action)}`,
};

const kitImport = "import { createMockEvent, runAction } from '@signup-actions/testing';";

const toolsImport = ({ isModule }: NearbyAction): string =>
  isModule ? '' : "import { createRequire } from 'node:module';\n";

const handlerImport = (specifier: string, { isModule }: NearbyAction): string =>
  isModule
    ? `import { ${handlerName} } from ${quote(specifier)};\n`
    : `
// Actions are CommonJS, as the platform requires.
const { ${handlerName} } = createRequire(import.meta.url)(
  ${quote(specifier)},
);
`;

const matcherHint = `expect(outcome.status).not.toBe('failed');
  // Next, test what this Action does:
  // expect(outcome).toHaveDenied('the reason in the log', 'the message for the user');`;

const expectations: { readonly [Name in Runner]: string } = {
  vitest: matcherHint,
  jest: matcherHint,
  'node:test': `assert.notEqual(outcome.status, 'failed');
  // Next, test what this Action does:
  // assert.deepEqual(outcome.refusals, []);`,
};

/** An override for each secret that the Action reads. */
function formatOverrides({ secrets }: NearbyAction): string {
  if (secrets.length === 0) return '';
  const lines = secrets.map((name) => `      ${toKey(name)}: 'a value for tests',\n`);
  return `{\n    secrets: {\n${lines.join('')}    },\n  }`;
}

const toKey = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name));

/** A string as JavaScript source, in single quotes. */
const quote = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
