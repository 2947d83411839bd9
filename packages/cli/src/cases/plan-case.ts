import { dirname, resolve } from 'node:path';
import type { SignupEvent } from '@signup-actions/runtime-core';
import {
  findNearName,
  listSources,
  toCaseName,
  type ActionSource,
  type CacheEntries,
  type CaseSignup,
  type Expectation,
  type LoadedAction,
  type NetworkRule,
} from '@signup-actions/workbench';
import { parseCase, toCaseCache, toCaseEvent } from '@signup-actions/workbench/case';
import type { MarkSources } from '@signup-actions/workbench/tenant';
import { readText } from '../files/read-text.ts';
import { giveModules, type GivenModule } from '../load/give-modules.ts';
import { createSecretGiver } from '../load/give-secrets.ts';
import { readActions } from '../load/read-actions.ts';
import { readFolder } from '../load/read-library.ts';
import type { GivenValues } from '../load/read-values.ts';
import { toRunnable } from '../load/to-runnable.ts';
import { UsageError } from '../usage-error.ts';
import type { CaseFile } from './find-cases.ts';

/** A case that is ready to run. */
export interface PlannedCase {
  readonly file: string;
  readonly name: string;
  readonly text: string;
  /** Absolute paths of what it names, and of the code that runs. */
  readonly inputs: readonly string[];
  readonly actions: readonly LoadedAction[];
  /** The values of secrets that the file itself has. */
  readonly stated: readonly string[];
  readonly cache: CacheEntries;
  readonly signups: readonly PlannedSignup[];
}

/** One signup of a case. */
export interface PlannedSignup extends Pick<CaseSignup, 'afterMs' | 'expect'> {
  readonly event: SignupEvent;
  /** What services respond; absent if requests are sent. */
  readonly network?: readonly NetworkRule[] | undefined;
  /** Its name in messages; absent if the case has one signup. */
  readonly label?: string;
  /** Where the file has it, for `--update`. */
  readonly path: readonly (number | string)[];
}

/** What the user gives to all cases. */
export interface CaseSources {
  readonly values: GivenValues;
  /** Absolute path of the deploy tool's configuration. */
  readonly config?: string | undefined;
}

/** Reads everything that a case needs. Throws a {@link UsageError} that names the file. */
export async function planCase(
  { file, root }: CaseFile,
  { values, config }: CaseSources,
): Promise<PlannedCase> {
  const text = await readText(file);
  const found = await parseCase(text, file);
  const toPath = (path: string): string => resolve(dirname(file), path);
  const named = [found.actions ?? []].flat().map(toPath);
  const modules = Object.entries(found.modules ?? {}).map(([name, path]): GivenModule => ({
    name,
    file: toPath(path),
  }));
  try {
    const sources = { config, environment: values.fromFile };
    const bound = await (named.length > 0
      ? readActions(named, sources).then(({ actions }) => actions)
      : findActions(dirname(file), root, sources));
    const runnable = await toRunnable(await giveModules(bound, modules));
    const { secrets = {}, configuration, name = toCaseName(file) } = found;
    // A value that the case states is meant.
    const fromFile = Object.fromEntries(
      Object.entries(values.fromFile).filter(([key]) => !Object.hasOwn(secrets, key)),
    );
    const give = createSecretGiver(runnable, { ...values, fromFile }, stating);
    const actions = give({ secrets, configuration });
    const all: readonly CaseSignup[] = found.signups ?? [found];
    const hasNetwork = [found, ...all].some(({ network }) => network !== undefined);
    const signups = all.map((signup, index): PlannedSignup => ({
      event: toCaseEvent(signup),
      ...(hasNetwork && {
        // A single signup is the case itself.
        network: [...((found.signups && signup.network) ?? []), ...(found.network ?? [])],
      }),
      expect: signup.expect,
      afterMs: signup.afterMs,
      ...(found.signups && { label: signup.name ?? `signup ${index + 1}` }),
      path: found.signups ? ['signups', index] : [],
    }));
    for (const { expect } of signups) assertNames(expect, actions);
    const inputs = [...named, ...listSources(runnable).map((source) => source.file)];
    return {
      file,
      name,
      text,
      inputs,
      actions,
      stated: Object.values(secrets),
      signups,
      cache: toCaseCache(
        found,
        signups.map(({ event }) => event),
      ),
    };
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof TypeError)) throw error;
    const { message } = error;
    throw new UsageError(
      message.startsWith('Failed to ')
        ? `${message}\nThe case is ${file}.`
        : `Failed to read ${file}. ${message}`,
    );
  }
}

/** Throws for the name of an Action that there is not. */
function assertNames(expect: Expectation | undefined, actions: readonly LoadedAction[]): void {
  const known = actions.map(({ name }) => name);
  for (const field of ['ran', 'skipped'] as const) {
    const wrong = expect?.[field]?.find((name) => !known.includes(name));
    if (wrong === undefined) continue;
    const near = findNearName(wrong, known);
    throw new UsageError(
      `expect.${field}: the case has no Action ${wrong}.${near === undefined ? `\nActions: ${known.join(', ')}.` : ` Did you mean ${near}?`}`,
    );
  }
}

const stating = {
  ofActions: 'state made-up ones as "secrets" of the case',
  ofModules: 'state made-up ones as "secrets" of the case, as NAME.KEY',
};

/** The nearest Actions in a folder or above it, up to the root. */
async function findActions(
  folder: string,
  root: string,
  sources: MarkSources,
): Promise<readonly ActionSource[]> {
  for (let above = folder; ; above = dirname(above)) {
    const found = await readFolder(above, sources);
    if (found?.isFlow) return found.actions;
    if (found?.actions.length === 1) return found.actions;
    if (found) {
      throw new UsageError(
        `${above} contains ${found.actions.length} Actions that nothing binds: name those that run, in order, as "actions".`,
      );
    }
    if (above === root || above === dirname(above)) break;
  }
  throw new UsageError(
    `Neither its folder nor one above it, up to ${root}, contains an Action or an exported tenant: name them as "actions".`,
  );
}
