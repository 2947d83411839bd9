import { defaultLimits } from '@signup-actions/runtime-core';
import { handlerName, triggerName } from '@signup-actions/runtime-core/internal';
import type { DeclaredSecret, Dependency, LoadedAction, RunnableAction } from './action.ts';

/** What the platform rejects. */
export type PlatformRule =
  | 'actions-module'
  | 'code-too-large'
  | 'handler-missing'
  | 'handler-not-async'
  | 'handler-parameters'
  | 'local-file'
  | 'not-commonjs'
  | 'not-deployed'
  | 'replacement-mark'
  | 'secret-name-too-long'
  | 'secret-value-too-long'
  | 'too-many-actions'
  | 'too-many-packages'
  | 'too-many-secrets'
  | 'undeclared-package'
  | 'undeclared-secret'
  | 'unsupported-runtime'
  | 'wrong-trigger';

const {
  maxActions,
  maxCodeBytes,
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
  'actions-module': (name: string) =>
    `The Actions module ${JSON.stringify(name)} exists on the platform only and is not supported here yet: copy its code into the Action.`,
  'code-too-large': (bytes: number) =>
    `The platform accepts at most ${count(maxCodeBytes)} bytes of code, but this file has ${count(bytes)}: move data and libraries into dependencies.`,
  'handler-missing': (instead = 'this file does not have it') =>
    `The platform calls the export ${handlerName}, but ${instead}: write ${handlerExample}.`,
  'handler-not-async': () => `The handler must be an async function: write ${handlerExample}.`,
  'handler-parameters': () =>
    `The handler receives two arguments, the event and the api, not one object: write ${handlerExample}.`,
  'local-file': (path: string) =>
    `The platform has no file ${path}, because an Action is one file: copy its code in, or bundle both.`,
  'not-commonjs': () =>
    `The platform loads CommonJS, but this file has import or export statements: write require(…) and ${handlerExample}.`,
  'not-deployed': () =>
    'This is a draft: the export says that the platform runs another version, until this one is deployed.',
  'replacement-mark': (mark: string) =>
    `The mark ${mark} is still in the code: the deploy tool replaces it when it deploys; use a secret, or replace it before you check.`,
  'secret-name-too-long': (length: number) =>
    `The platform accepts names of secrets of at most ${count(maxSecretNameCharacters)} characters, but this one has ${count(length)}: shorten it.`,
  'secret-value-too-long': (name: string, length: number) =>
    `The platform accepts values of secrets of at most ${count(maxSecretValueCharacters)} characters, but the value of ${name} has ${count(length)}: shorten it.`,
  'too-many-actions': (position: number) =>
    `The platform binds at most ${count(maxActions)} Actions to the trigger, but this is number ${count(position)}: merge some of them, or run fewer.`,
  'too-many-packages': (length: number) =>
    `The platform accepts at most ${count(maxPackages)} packages per Action, but this one has ${count(length)}: bundle some of them into the code.`,
  'too-many-secrets': (length: number) =>
    `The platform accepts at most ${count(maxSecrets)} secrets per Action, but this one has ${count(length)}: merge some of them.`,
  'undeclared-package': (name: string) =>
    `The export does not declare the package ${name}, so the platform does not have it: add it to the dependencies of the Action.`,
  'undeclared-secret': (name: string, near?: string) =>
    `The export does not declare the secret ${name}, so it is undefined: ${near === undefined ? 'add it to the secrets of the Action' : `write ${near}`}.`,
  'unsupported-runtime': (runtime: string) =>
    `The platform no longer runs ${runtime}: choose node22.`,
  'wrong-trigger': (triggers: string) =>
    `The flow binds this Action to ${triggerName}, but it is made for ${triggers}: bind another, or create one for this trigger.`,
} satisfies Record<PlatformRule, (...values: never[]) => string>;

/** Rules that are worth knowing and no mistakes of an Action: a check that finds nothing else passes. */
const notes: ReadonlySet<string> = new Set(['actions-module', 'not-deployed', 'types-not-checked']);

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

/** The rule that code breaks by its size; absent if the platform accepts it. */
export function checkCodeSize(code: string): BrokenRule | undefined {
  const bytes = new TextEncoder().encode(code).length;
  return bytes > maxCodeBytes ? toBrokenRule('code-too-large', bytes) : undefined;
}

/** The rules that the packages of an Action break. */
export const checkDependencies = (packages: readonly Dependency[]): readonly BrokenRule[] =>
  packages.length > maxPackages ? [toBrokenRule('too-many-packages', packages.length)] : [];

/** A rule that the secrets of an Action break. */
export interface BrokenSecretRule extends BrokenRule {
  /** Name of the secret; absent if there are too many. */
  readonly secret?: string;
}

/** The rules that the secrets of an Action break. No value is shown. */
export function checkSecrets(secrets: readonly DeclaredSecret[]): readonly BrokenSecretRule[] {
  const broken: BrokenSecretRule[] = [];
  if (secrets.length > maxSecrets) broken.push(toBrokenRule('too-many-secrets', secrets.length));
  for (const { name: secret, value = '' } of secrets) {
    if (secret.length > maxSecretNameCharacters) {
      broken.push({ secret, ...toBrokenRule('secret-name-too-long', secret.length) });
    }
    if (value.length > maxSecretValueCharacters) {
      broken.push({ secret, ...toBrokenRule('secret-value-too-long', secret, value.length) });
    }
  }
  return broken;
}

/** What the limits are about; without secrets these are not checked. */
type LimitedAction = Pick<RunnableAction, 'name' | 'code'> & Partial<Pick<LoadedAction, 'secrets'>>;

/** Why the platform would not save or bind these Actions, naming the first at fault; absent if it would. */
export function findExceededLimit(actions: readonly LimitedAction[]): string | undefined {
  const toMessage = ({ name }: LimitedAction, { message }: BrokenRule): string =>
    `Failed to run ${name}. ${message}`;
  const surplus = actions[maxActions];
  if (surplus) return toMessage(surplus, toBrokenRule('too-many-actions', maxActions + 1));
  for (const action of actions) {
    const secrets = Object.entries(action.secrets ?? {}).map(([name, value]) => ({ name, value }));
    const broken = checkCodeSize(action.code) ?? checkSecrets(secrets)[0];
    if (broken) return toMessage(action, broken);
  }
  return undefined;
}
