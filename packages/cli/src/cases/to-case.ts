import { dirname } from 'node:path';
import {
  collectSecrets,
  createLimits,
  createSecretSearch,
  fromDocument,
  toCacheKey,
} from '@signup-actions/runtime-core/internal';
import type { StartingPoint } from '@signup-actions/testing';
import {
  caseSchemaAddress,
  type CacheEntries,
  type CaseSignup,
  type NetworkRule,
  type SignupCase,
} from '@signup-actions/workbench';
import { readPath } from '@signup-actions/workbench/event';
import { toRelativePath } from '../files/paths.ts';
import type { GivenModule } from '../load/give-modules.ts';
import type { ReportEntry } from '../print/report-entry.ts';
import { UsageError } from '../usage-error.ts';
import { toNetwork } from './to-network.ts';
import { updateSignup } from './update-case.ts';

/** What a run was given, as far as a case can say it. All paths are absolute. */
export interface CaseSource {
  /** The file of the case. */
  readonly file: string;
  /** Where the Actions are. */
  readonly paths: readonly string[];
  readonly module?: readonly GivenModule[] | undefined;
  readonly config?: string | undefined;
  /** The file of the events; without one, the signup starts from `from`. */
  readonly event?: string | undefined;
  readonly from: StartingPoint;
  readonly set?: readonly string[] | undefined;
  readonly unset?: readonly string[] | undefined;
  /** The cache before the first signup. */
  readonly cache: CacheEntries;
  /** When the first signup began. */
  readonly now: number;
}

/** A case, and what the user has to know of it. */
interface WrittenCase {
  readonly text: SignupCase;
  readonly notes: readonly string[];
}

/**
 * A case with these signups, which expects of each what it led to. It has no values of secrets, except for what a signup
 * brings. Throws a {@link UsageError} if a case cannot say it.
 */
export function toCase(entries: readonly ReportEntry[], place: CaseSource): WrittenCase {
  const toPath = (path: string): string => toRelativePath(dirname(place.file), path) || '.';
  const [action, ...others] = place.paths.map(toPath);
  const modules = (place.module ?? []).map((given) => [given.name, toPath(given.file)] as const);
  const signups = entries.map((entry) => toCaseSignup(entry, place));
  const records = toRecords(entries, place);
  const network = toNetwork(
    entries.map(({ run }) => run),
    createSecretSearch(entries.flatMap(({ actions }) => collectSecrets(actions))),
  );
  const [single, ...more] = signups.map(({ signup }) => signup);
  return {
    text: {
      $schema: caseSchemaAddress,
      ...(action !== undefined && { actions: others.length > 0 ? [action, ...others] : action }),
      ...(modules.length > 0 && { modules: Object.fromEntries(modules) }),
      ...toConfiguration(entries, place.file),
      ...toNetworkField([...network.shared, ...(more.length === 0 ? (network.own[0] ?? []) : [])]),
      ...(Object.keys(records.cache).length > 0 && { cache: records.cache }),
      ...(single && more.length === 0
        ? single
        : {
            signups: signups.map(({ signup, label }, index) => ({
              name: label,
              ...toNetworkField(network.own[index]),
              ...signup,
            })),
          }),
    },
    notes: [
      ...new Set([
        ...signups.flatMap(({ notes }) => notes),
        ...records.notes,
        ...network.notes,
        ...(entries.some(({ actions }) => collectSecrets(actions).length > 0)
          ? [
              'The case has no secrets. Pass them to signup-actions test with --env-file FILE, or state made-up ones as "secrets".',
            ]
          : []),
        ...(place.config === undefined
          ? []
          : ['Pass --config to signup-actions test, too: a case does not name it.']),
      ]),
    ],
  };
}

const toNetworkField = (rules: readonly NetworkRule[] = []): Pick<SignupCase, 'network'> =>
  rules.length > 0 ? { network: [...rules] } : {};

function toCaseSignup(
  { signup: { event, label }, actions, run }: ReportEntry,
  { event: file, from, set = [], unset = [] }: CaseSource,
): { readonly signup: CaseSignup; readonly label: string; readonly notes: readonly string[] } {
  const { checked } = updateSignup(
    { signup: { event, path: [] }, result: { run, event, actions }, failures: ['It is new.'] },
    [],
  );
  const [failure] = checked.failures;
  const { expect } = checked.signup;
  const exposed = createSecretSearch(collectSecrets(actions)).findIn(event);
  const fields = set.flatMap((field) => {
    const path = field.slice(0, field.indexOf('='));
    const value = readPath(event, path.split('.'));
    return value === undefined ? [] : [[path, value] as const];
  });
  const changed = {
    from,
    ...(fields.length > 0 && { set: Object.fromEntries(fields) as CaseSignup['set'] }),
    ...(unset.length > 0 && { unset: [...unset] }),
  };
  return {
    label,
    signup: {
      ...(file === undefined ? changed : { event: event as unknown as CaseSignup['event'] }),
      ...(expect && { expect }),
    },
    notes: [
      ...(failure === undefined
        ? []
        : [`The case expects nothing of ${label}, so that it fails: ${failure.split('\n')[0]}`]),
      ...(exposed === undefined
        ? []
        : [`The signup ${label} has the value of the secret ${exposed}, and so does the case.`]),
    ],
  };
}

/** The values of `event.configuration`, which are the same for all Actions and signups of a case. */
function toConfiguration(
  entries: readonly ReportEntry[],
  file: string,
): Pick<SignupCase, 'configuration'> {
  const [first = {}, ...others] = entries.map(({ actions }) => actions[0]?.configuration ?? {});
  if (others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) {
    throw new UsageError(
      `Failed to save a case to ${file}: its signups have different configurations, but a case has one. Save each by itself.`,
    );
  }
  return Object.keys(first).length > 0
    ? { configuration: first as SignupCase['configuration'] }
    : {};
}

/** The records that the cache had, and how much longer they live, without those that hold a secret. */
function toRecords(
  [first]: readonly ReportEntry[],
  { cache, now }: CaseSource,
): { readonly cache: NonNullable<SignupCase['cache']>; readonly notes: readonly string[] } {
  const key = first && toCacheKey(first.signup.event.tenant.id);
  const [, document] = cache.find(([name]) => name === key) ?? [];
  const { findIn } = createSecretSearch(collectSecrets(first?.actions ?? []));
  const records = [...fromDocument(document, now, createLimits())];
  const isSecret = ([name, { value }]: (typeof records)[number]): boolean =>
    findIn([name, value]) !== undefined;
  return {
    cache: Object.fromEntries(
      records
        .filter((record) => !isSecret(record))
        .map(([name, { value, expires_at: end }]) => [
          name,
          { value, ttl: Math.max(1, end - now) },
        ]),
    ),
    notes: records.some(isSecret)
      ? ['A record of the cache has the value of a secret, and is left out.']
      : [],
  };
}
