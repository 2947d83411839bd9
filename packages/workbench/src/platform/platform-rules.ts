import { defaultLimits } from '@signup-actions/runtime-core';
import { handlerName, triggerName } from '@signup-actions/runtime-core/internal';
import type { ModulePin } from './action.ts';
import { commandLineWays, type Ways } from './ways.ts';

/** What the platform rejects. */
export type PlatformRule =
  | 'actions-module'
  | 'code-too-large'
  | 'handler-missing'
  | 'handler-not-async'
  | 'handler-parameters'
  | 'local-file'
  | 'missing-module'
  | 'module-in-module'
  | 'older-module-version'
  | 'newer-function'
  | 'not-commonjs'
  | 'not-deployed'
  | 'replacement-mark'
  | 'secret-name-too-long'
  | 'secret-value-too-long'
  | 'too-many-actions'
  | 'too-many-modules'
  | 'too-many-packages'
  | 'too-many-secrets'
  | 'undeclared-package'
  | 'undeclared-secret'
  | 'unknown-module'
  | 'unknown-module-version'
  | 'unsupported-runtime'
  | 'unused-module'
  | 'wrong-trigger';

const {
  maxActions,
  maxCodeBytes,
  maxModules,
  maxPackages,
  maxSecrets,
  maxSecretNameCharacters,
  maxSecretValueCharacters,
} = defaultLimits;

const count = (value: number): string => value.toLocaleString('en');

/** How a handler is written, for the end of a sentence. */
export const handlerExample: string = `exports.${handlerName} = async (event, api) => { … }`;

/** The sentence of each rule: what the platform requires, what was found, how to fix it. */
export const platformSentences = {
  'actions-module': (name: string, ways: Ways = commandLineWays) =>
    `The Actions module ${name} is not given, so what it exports is not checked: ${ways.module(name)}.`,
  'code-too-large': (bytes: number) =>
    `The platform accepts at most ${count(maxCodeBytes)} bytes of code, but this file has ${count(bytes)}: move data and libraries into dependencies.`,
  'handler-missing': (instead = 'this file does not have it') =>
    `The platform calls the export ${handlerName}, but ${instead}: write ${handlerExample}.`,
  'handler-not-async': () => `The handler must be an async function: write ${handlerExample}.`,
  'handler-parameters': (
    instead: 'and no callback' | 'in this order' | 'not one object' = 'not one object',
  ) =>
    `The handler receives two arguments, the event and the api, ${instead}: write ${handlerExample}.`,
  'local-file': (path: string, owner = 'Action') =>
    `The platform has no file ${path}, because ${owner === 'module' ? 'a' : 'an'} ${owner} is one file: copy its code in, or bundle both.`,
  'missing-module': (name: string, ways: Ways = commandLineWays) =>
    `The Action lists the Actions module ${name}, but the export does not hold it: export it too, or ${ways.module(name)}.`,
  'module-in-module': (name: string) =>
    `An Actions module cannot require another one, but this one requires actions:${name}: copy the code into this module, or let the Action pass it what it needs.`,
  'older-module-version': (
    name: string,
    pinned: number,
    held: number,
    ways: Ways = commandLineWays,
  ) =>
    `The Action lists version ${pinned} of the Actions module ${name}, but the export holds the code of version ${held}: list version ${held}, or ${ways.moduleVersion(name, pinned)}.`,
  'newer-function': (name: string, node: number) =>
    `Node ${node}, which the platform runs, does not have ${name}: write it without, or use a package that has it.`,
  'not-commonjs': (owner = 'Action', what: 'await' | 'statements' = 'statements') =>
    what === 'await'
      ? `The platform loads CommonJS, which has no await outside of an async function: wait inside of ${owner === 'module' ? 'a function' : 'the handler'}.`
      : `The platform loads CommonJS, but this file has import or export statements: write require(…) and ${owner === 'module' ? 'exports.… = …' : handlerExample}.`,
  'not-deployed': (owner = 'Action') =>
    `This is a draft: the export says that the platform runs another version, until this one is ${owner === 'module' ? 'published' : 'deployed'}.`,
  'replacement-mark': (mark: string, ways: Ways = commandLineWays) =>
    `The mark ${mark} is still in the code: the deploy tool replaces it when it deploys; ${ways.mark}.`,
  'secret-name-too-long': (length: number) =>
    `The platform accepts names of secrets of at most ${count(maxSecretNameCharacters)} characters, but this one has ${count(length)}: shorten it.`,
  'secret-value-too-long': (name: string, length: number) =>
    `The platform accepts values of secrets of at most ${count(maxSecretValueCharacters)} characters, but the value of ${name} has ${count(length)}: shorten it.`,
  'too-many-actions': (position: number) =>
    `The platform binds at most ${count(maxActions)} Actions to the trigger, but this is number ${count(position)}: merge some of them, or run fewer.`,
  'too-many-modules': (length: number) =>
    `The platform accepts at most ${count(maxModules)} Actions modules per Action, but this one has ${count(length)}: merge some of them.`,
  'too-many-packages': (length: number, owner = 'Action') =>
    `The platform accepts at most ${count(maxPackages)} packages per ${owner}, but this one has ${count(length)}: bundle some of them into the code.`,
  'too-many-secrets': (length: number, owner = 'Action') =>
    `The platform accepts at most ${count(maxSecrets)} secrets per ${owner}, but this one has ${count(length)}: merge some of them.`,
  'undeclared-package': (name: string, owner = 'Action') =>
    `The export does not declare the package ${name}, so the platform does not have it: add it to the dependencies of the ${owner}.`,
  'undeclared-secret': (name: string, near = '', owner = 'Action') =>
    `The export does not declare the secret ${name}, so it is undefined: ${near === '' ? `add it to the secrets of the ${owner}` : `write ${near}`}.`,
  'unknown-module': (
    name: string,
    known: readonly string[],
    near: string | undefined,
    isListed: boolean,
    ways: Ways = commandLineWays,
  ) => {
    const next = isListed ? 'add it to the modules of the Action' : ways.module(name);
    return `There is no Actions module ${name}${isListed ? ' among those that the Action lists' : ''}: ${toNext(next, known, near)}.`;
  },
  'unknown-module-version': (
    name: string,
    pinned: number,
    held: number,
    ways: Ways = commandLineWays,
  ) =>
    `The Action lists version ${pinned} of the Actions module ${name}, but the export holds the code of version ${held}, the latest: list version ${held}, or ${ways.moduleVersion(name, pinned)}.`,
  'unsupported-runtime': (runtime: string) =>
    `The platform no longer runs ${runtime}: choose node22.`,
  'unused-module': (name: string) =>
    `The Action lists the Actions module ${name} and does not require it: remove it from the modules of the Action.`,
  'wrong-trigger': (triggers: string) =>
    `The flow binds this Action to ${triggerName}, but it is made for ${triggers}: bind another, or create one for this trigger.`,
} satisfies Record<PlatformRule, (...values: never[]) => string>;

/** How to get a module that is not known: the end of a sentence. */
function toNext(next: string, known: readonly string[], near: string | undefined): string {
  const others = known.length === 0 ? '' : ` (known: ${known.join(', ')})`;
  return near === undefined ? `${next}${others}` : `write ${near}, or ${next}${others}`;
}

/** Rules that are worth knowing and no mistakes of an Action: a check that finds nothing else passes. */
const notes: ReadonlySet<string> = new Set([
  'actions-module',
  'not-deployed',
  'older-module-version',
  'types-not-checked',
  'unused-module',
]);

/** Whether what a rule finds is only a note. */
export const isNote = (rule: string): boolean => notes.has(rule);

/** A rule that something breaks, and its sentence. */
export interface BrokenRule {
  readonly rule: PlatformRule;
  readonly message: string;
}

/** A rule as broken, with the values that its sentence takes. */
export const toBrokenRule = <Rule extends PlatformRule>(
  rule: Rule,
  ...values: Parameters<(typeof platformSentences)[Rule]>
): BrokenRule => {
  const toSentence = platformSentences[rule] as (...taken: typeof values) => string;
  return { rule, message: toSentence(...values) };
};

/** What declares secrets and packages, in sentences. */
export type CodeOwner = 'Action' | 'module';

/** The rule that a listed module breaks; absent if the export holds the version that the Action lists. */
export function checkPin(
  { name, version, source }: ModulePin,
  ways: Ways = commandLineWays,
): BrokenRule | undefined {
  if (!source) return toBrokenRule('missing-module', name, ways);
  const held = source.version;
  if (version === undefined || held === undefined || held === version) return undefined;
  const rule = version > held ? 'unknown-module-version' : 'older-module-version';
  return toBrokenRule(rule, name, version, held, ways);
}
