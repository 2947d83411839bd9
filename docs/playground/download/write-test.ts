import { toCaseRecords } from '../run/start-cache.ts';
import {
  hasKeys,
  listRequired,
  toFileNames,
  toValues,
  type FlowToSave,
  type SignupToSave,
} from './flow-to-save.ts';

/** Where a test finds the files of Actions and modules, by their names. */
export interface CodePaths {
  readonly action: (name: string) => string;
  readonly module: (name: string) => string;
}

const besideTest: CodePaths = {
  action: (name) => `./${name}.js`,
  module: (name) => `./${name}.js`,
};

/** The source of a test for Vitest that loads the Actions as the platform does and expects what the last run did. */
export function writeTest(flow: FlowToSave, paths: CodePaths = besideTest): string {
  const { modules, signups } = flow;
  const hasModules = modules.length > 0;
  const isSequence = signups.length > 1;
  const records = flow.records && toCaseRecords(flow.records);
  const hasCache = isSequence || records !== undefined;
  const hasClock = hasCache && signups.some(({ afterMs }, index) => index > 0 || afterMs > 0);
  const kit = ['createFakeClock', 'createMockCache', 'createMockEvent', 'runFlow'];
  const names = kit.slice(hasClock ? 0 : hasCache ? 1 : 2);
  return `import '@signup-actions/testing/vitest';
import { ${names.join(', ')} } from '@signup-actions/testing';
import { loadAction${hasModules ? ', loadModule' : ''} } from '@signup-actions/testing/node';
import { expect, it } from 'vitest';

${hasModules ? writeModules(flow, paths) : ''}const flow = [
${toFileNames(flow)
  .actions.map((file, index) => `  ${writeAction(flow, index, paths.action(file))},\n`)
  .join('')}];

it(${quote(isSequence ? 'decides about each signup' : toTitle(signups[0]))}, async () => {
${hasClock ? '  const clock = createFakeClock();\n' : ''}${hasCache ? `  const cache = createMockCache(${JSON.stringify(records ?? {})}${hasClock ? ', { clock }' : ''});\n` : ''}${signups
    .map((signup) => writeSignup(signup, { hasCache, hasClock }))
    .join('\n')}});
`;
}

function writeModules(flow: FlowToSave, paths: CodePaths): string {
  const lines = toFileNames(flow).modules.map((file, index) => {
    const { name = '', secrets = [] } = flow.modules[index] ?? {};
    const values = toValues(secrets);
    const options = hasKeys(values) ? `, { secrets: ${JSON.stringify(values)} }` : '';
    return `  ${quote(name)}: loadModule(${toUrl(paths.module(file))}${options}),\n`;
  });
  return `const modules = {\n${lines.join('')}};\n`;
}

function writeAction({ actions, modules }: FlowToSave, index: number, path: string): string {
  const action = actions[index];
  const { name = '', secrets = [], configuration = [] } = action ?? {};
  const required = (action ? listRequired(action, modules) : []).map(
    (module) => `${quote(module.name)}: modules[${quote(module.name)}]`,
  );
  const values = toValues(secrets);
  const settings = toValues(configuration);
  const options = [
    ...(hasKeys(values) ? [`secrets: ${JSON.stringify(values)}`] : []),
    ...(required.length > 0 ? [`modules: { ${required.join(', ')} }`] : []),
  ];
  const loaded = `loadAction(${toUrl(path)}${options.length > 0 ? `, { ${options.join(', ')} }` : ''})`;
  const fields = [
    `...${loaded}`,
    `name: ${quote(name)}`,
    ...(hasKeys(settings) ? [`configuration: ${JSON.stringify(settings)}`] : []),
  ];
  return `{ ${fields.join(', ')} }`;
}

function writeSignup(
  signup: SignupToSave,
  { hasCache, hasClock }: Readonly<Record<'hasCache' | 'hasClock', boolean>>,
): string {
  const { from, changes, afterMs } = signup;
  const overrides = hasKeys(changes)
    ? `, ${JSON.stringify(changes, undefined, 2).replaceAll('\n', '\n  ')}`
    : '';
  const event = `createMockEvent(${quote(from)}${overrides})`;
  const wait = hasClock && afterMs > 0 ? `  clock.advance(${afterMs});\n` : '';
  const options = hasCache ? ', { cache }' : '';
  return `${wait}  expect(await runFlow(flow, ${event}${options})).${toMatcher(signup)};\n`;
}

/** What the test expects: what the last run did, or at least that nothing fails. */
function toMatcher({ expectation: { status, refusal = {}, failure } = {} }: SignupToSave): string {
  const { reason, userMessage, code, message } = refusal;
  const toCall = (matcher: string, ...values: readonly unknown[]): string =>
    `${matcher}(${values
      .filter((value) => value !== undefined)
      .map((value) => JSON.stringify(value))
      .join(', ')})`;
  switch (status) {
    case 'allowed':
      return toCall('toHaveAllowed');
    case 'denied':
      return toCall('toHaveDenied', reason, userMessage);
    case 'invalid':
      return toCall('toHaveFailedValidation', code, message);
    case 'failed':
      return toCall('toHaveFailed', failure);
    default:
      return 'not.toHaveFailed()';
  }
}

const titles = {
  allowed: 'allows the signup',
  denied: 'denies the signup',
  invalid: 'finds the signup invalid',
  failed: 'fails',
} as const;

const toTitle = (signup: SignupToSave | undefined): string =>
  titles[signup?.expectation?.status as keyof typeof titles] ?? 'does not fail';

const quote = (text: string): string => JSON.stringify(text);
const toUrl = (path: string): string => `new URL(${quote(path)}, import.meta.url)`;
