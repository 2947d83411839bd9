import { toCaseName, type CaseSignup, type SignupCase } from '@signup-actions/workbench';
import { isWholeEvent, toCaseEvent } from '@signup-actions/workbench/case';
import { UsageError } from '@signup-actions/workbench/files';
import {
  maxAfterMs,
  maxNameCharacters,
  maxSignups,
  type SignupState,
} from '../state/playground-state.ts';
import { changesOf } from './changes-of.ts';
import type { FoundCase } from './find-case-code.ts';
import { giveValues } from './give-values.ts';
import { toResponses } from './to-responses.ts';
import { listSettingNotes, toSettings } from './to-settings.ts';
import type { Opened, OpenedCode } from './opened.ts';

/**
 * What a case brings to this code: the signups, the values of secrets and configuration, the cache, and what services
 * respond.
 */
export function applyCase({ path, found }: FoundCase, code: OpenedCode): Opened {
  const { secrets = {}, configuration = {}, cache, name = toCaseName(path) } = found;
  const all: readonly CaseSignup[] = found.signups ?? [found];
  const signups = all.slice(0, maxSignups).map((signup) => toSignup(signup, path));
  const missing = [...new Set(signups.flatMap((signup) => signup.missing))];
  const network = toResponses(found);
  return {
    isOwn: code.isOwn ?? false,
    ...giveValues(code, { secrets, configuration: toSettings(configuration) }),
    signups: signups.map(({ state }) => state),
    ...(cache && { records: toRecords(cache) }),
    ...(network.responses.length > 0 && { responses: network.responses }),
    notes: [
      `The signups are those of the test case ${name}.`,
      ...code.notes,
      ...(all.length > maxSignups
        ? [`Only the first ${maxSignups} of its ${all.length} signups are opened.`]
        : []),
      ...listSettingNotes([configuration]),
      ...network.notes,
      ...(missing.length > 0
        ? [`The playground cannot leave out fields of an event: ${missing.join(', ')}.`]
        : []),
      ...(all.some(({ afterMs = 0 }) => afterMs !== toAfterMs(afterMs))
        ? ['Times are whole milliseconds here, and at most a year.']
        : []),
      ...(all.some(({ expect }) => expect)
        ? ['What the case expects is left out: signup-actions test compares it with what happens.']
        : []),
    ],
  };
}

interface OpenedSignup {
  readonly state: SignupState;
  /** The paths of fields that the signup leaves out, and the playground does not. */
  readonly missing: readonly string[];
}

function toSignup(signup: CaseSignup, file: string): OpenedSignup {
  const { from, event: written = {}, set, unset, afterMs = 0 } = signup;
  const isPlain = !set && !unset && (from !== undefined || !isWholeEvent(written));
  try {
    const event = toCaseEvent(signup);
    const start = from ?? (isWholeEvent(written) ? undefined : 'universal-login');
    // What was written is easier to read than what it leads to.
    const { startingPoint, changes, added } = isPlain
      ? { startingPoint: start ?? 'universal-login', changes: written, added: [] }
      : changesOf(event, start);
    return {
      state: {
        ...(signup.name !== undefined && { name: signup.name.slice(0, maxNameCharacters) }),
        startingPoint,
        event: `${JSON.stringify(changes, undefined, 2)}\n`,
        afterMs: toAfterMs(afterMs),
      },
      missing: added,
    };
  } catch (error) {
    throw new UsageError(`Failed to read ${file}. ${(error as Error).message}`);
  }
}

const toAfterMs = (ms: number): number => Math.min(Math.round(ms), maxAfterMs);

const toRecords = (cache: NonNullable<SignupCase['cache']>): NonNullable<Opened['records']> =>
  Object.entries(cache).map(([key, record]) =>
    typeof record === 'string'
      ? { key, value: record }
      : {
          key,
          value: record.value,
          ...(record.ttl !== undefined && {
            ttlMs: Math.max(1, Math.min(Math.round(record.ttl), maxAfterMs)),
          }),
        },
  );
