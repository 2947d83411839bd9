import { resolve } from 'node:path';
import {
  collectSecrets,
  createSecretSearch,
  type SecretSearch,
} from '@signup-actions/runtime-core/internal';
import { toExampleSecret } from '@signup-actions/testing/internal';
import { listSources, type LoadedAction, type SignupCase } from '@signup-actions/workbench';
import type { SeenProblem } from '../process/explore-protocol.ts';
import { toNetwork, type ExploredOn } from './to-network.ts';

/** A problem of an Action as reports and files show it: without the values of secrets, except for examples. */
export interface FoundProblem extends Pick<SeenProblem, 'test'> {
  readonly kind: SeenProblem['problem']['kind'];
  readonly message: string;
  /** Absolute path. */
  readonly file: string;
  /** Counted from 1; absent if the place is not known. */
  readonly line?: number;
  /** What this line says; absent if the file is not the Action's or a module's. */
  readonly sourceLine?: string;
  readonly diagnostic?: string;
  /** What is particular about the signup, to end a sentence. */
  readonly signup: string;
  /** A case that fails until the problem is fixed, without the path of the Action; absent if no case can show it. */
  readonly case?: SignupCase;
}

/** A problem that a child process has seen. */
export function toFoundProblem(seen: SeenProblem, on: ExploredOn): FoundProblem {
  const { action } = on;
  const { problem, signup, test } = seen;
  const { kind, message, place, diagnostic } = problem;
  const { redact } = createSearch(action);
  const [, path, line] = /^(.+):(\d+)$/.exec(place ?? '') ?? [];
  const file = path === undefined ? action.file : resolve(path);
  const sourceLine = readLine(action, file, Number(line));
  const found = toCase(seen, on);
  return {
    kind,
    message: redact(message),
    file,
    ...(sourceLine !== undefined && { sourceLine: redact(sourceLine) }),
    ...(line !== undefined && { line: Number(line) }),
    ...(diagnostic !== undefined && { diagnostic }),
    signup: signup.description,
    ...(found && { case: found }),
    ...(test !== undefined && { test: redact(test) }),
  };
}

function readLine(action: LoadedAction, file: string, line: number): string | undefined {
  const found = listSources([action]).find((source) => source.file === file);
  return found?.source.split(/\r\n|[\n\r]/)[line - 1]?.trim();
}

const isExample = (name: string, value: string): boolean => value === toExampleSecret(name);

const withoutGiven = (secrets: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(secrets).filter(([name, value]) => isExample(name, value)));

/** Finds the values that the user or an export has given. */
function createSearch({ secrets, moduleSecrets = {} }: LoadedAction): SecretSearch {
  const given = Object.entries(secrets).filter(([name, value]) => !isExample(name, value));
  return createSecretSearch(
    collectSecrets([{ secrets: Object.fromEntries(given), moduleSecrets }]),
  );
}

/**
 * The case that shows a problem; absent if none can. The signups of a case share a cache, and of the exposed secrets it fails
 * for credentials only.
 */
function toCase(
  { problem, signup, usesCache }: SeenProblem,
  on: ExploredOn,
): SignupCase | undefined {
  const { kind, statuses } = problem;
  if (kind === 'exposes-secret') return undefined;
  const { name } = on.action;
  const { secrets = {}, ...event } = signup.found;
  const network = toNetwork(signup, on);
  const title = { name: `${name} ${signup.description}`, ...(network && { network }) };
  const own = {
    ...event,
    ...(hasKeys(withoutGiven(secrets)) && { secrets: withoutGiven(secrets) }),
  };
  if (kind !== 'contradicts-itself') {
    // A case fails if the Action fails, hangs or makes a mistake, whatever it expects.
    return { ...title, ...own, expect: { ran: [name] } };
  }
  if (!statuses || usesCache) return undefined;
  const { secrets: ofCase, ...ofSignup } = own;
  const twice = { ...ofSignup, expect: { status: statuses[0] } };
  return { ...title, ...(ofCase && { secrets: ofCase }), signups: [twice, twice] };
}

const hasKeys = (value: object): boolean => Object.keys(value).length > 0;
