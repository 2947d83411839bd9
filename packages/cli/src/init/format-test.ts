import { handlerName } from '@signup-actions/runtime-core/internal';
import type { NearbyAction } from './find-actions.ts';
import { formatImports, formatSecret, importHandler, quote } from './format-imports.ts';
import type { Runner } from './runner.ts';

/** The source of a first test of an Action, for a file at `path` in the same folder. */
export function formatTest(action: NearbyAction, path: string, runner: Runner): string {
  const { statement, module, loaded } = importHandler(action, path, runner, handlerName);
  return `${formatImports(runner, ['createMockEvent', 'runAction'], [action])}
${statement}

${formatCase(runner, `${action.name} does not fail on an ordinary signup`, [action])}
  const event = createMockEvent(${formatOverrides(action)});

  const outcome = await runAction(${loaded ?? module ?? handlerName}, event);

${formatExpectation(runner)}
});
`;
}

/** The source of a first test of a flow, for a file at `path` in the same folder. */
export function formatFlowTest(
  actions: readonly NearbyAction[],
  path: string,
  runner: Runner,
): string {
  const names = toIdentifiers(actions);
  const handlers = actions.map((action, index) =>
    importHandler(action, path, runner, names[index] ?? ''),
  );
  // Imports come before what is loaded.
  const statements = handlers
    .toSorted((a, b) => Number(a.loaded !== undefined) - Number(b.loaded !== undefined))
    .map(({ statement }) => statement);
  const bound = actions.map((action, index) => {
    const { module, loaded } = handlers[index] ?? {};
    const handler = module === undefined ? names[index] : `${module}.${handlerName}`;
    const parts =
      loaded === undefined
        ? [`name: ${quote(action.name)}`, `handler: ${handler}`]
        : [`...${loaded}`, `name: ${quote(action.name)}`];
    const fields = [...parts, ...formatSecrets(action)];
    return fields.length > 2
      ? `  {\n${fields.map((field) => `    ${field},\n`).join('')}  },\n`
      : `  { ${fields.join(', ')} },\n`;
  });
  return `${formatImports(runner, ['createMockEvent', 'runFlow'], actions)}
${statements.join('\n')}

/**
 * In binding order. Each Action has its own secrets.
 *
 * @type {import('@signup-actions/testing').TestAction[]}
 */
const flow = [
${bound.join('')}];

${formatCase(runner, 'the flow does not fail on an ordinary signup', actions)}
  const outcome = await runFlow(flow, createMockEvent());

${formatExpectation(runner)}
});
`;
}

const guide = 'https://signup-actions.github.io/signup-actions/testing#the-network';

/** The head of a test. It is skipped as long as an Action would send requests. */
function formatCase(runner: Runner, title: string, actions: readonly NearbyAction[]): string {
  const uses = [...new Set(actions.flatMap((action) => action.uses))];
  const note =
    uses.length === 0
      ? ''
      : `// Respond to the requests of ${new Intl.ListFormat('en').format(uses)}, then remove \`.skip\`: ${guide}\n`;
  const it = runner.name === 'ava' ? 'test' : 'it';
  const t = runner.name === 'ava' ? 't' : '';
  return `${note}${it}${note && '.skip'}(${quote(title)}, async (${t}) => {`;
}

function formatExpectation({ name, matchers }: Runner): string {
  if (matchers) {
    return `  expect(outcome).not.toHaveFailed();
  // Next, test what it does:
  // expect(outcome).toHaveDenied('the reason in the log', 'the message for the user');`;
  }
  // AVA fails a test without an assertion of its own.
  const isAva = name === 'ava';
  return `  ${isAva ? 't.notThrows(() => assertNotFailed(outcome))' : 'assertNotFailed(outcome)'};
  // Next, test what it does. All of this is plain data: outcome.status, outcome.refusals, outcome.user, outcome.calls.`;
}

/** An override for each secret of the Action. */
function formatOverrides({ secrets }: NearbyAction): string {
  if (secrets.length === 0) return '';
  const lines = secrets.map((name) => `      ${formatSecret(name)},\n`);
  return `{\n    secrets: {\n${lines.join('')}    },\n  }`;
}

/** The secrets of an Action as a property; none if it has no secrets. */
const formatSecrets = ({ secrets }: NearbyAction): readonly string[] =>
  secrets.length === 0 ? [] : [`secrets: { ${secrets.map(formatSecret).join(', ')} }`];

/** A name for each handler: its Action's name in camel case, if that makes a name that no other has. */
function toIdentifiers(actions: readonly NearbyAction[]): readonly string[] {
  const names: string[] = [];
  for (const { name } of actions) {
    const [first = '', ...words] = name.match(/[a-z0-9]+/gi) ?? [];
    const camel = `${[first.toLowerCase(), ...words.map(capitalize)].join('')}Action`;
    const isFree = /^[a-z]/.test(camel) && !names.includes(camel);
    names.push(isFree ? camel : `action${names.length + 1}`);
  }
  return names;
}

const capitalize = (word: string): string =>
  word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
