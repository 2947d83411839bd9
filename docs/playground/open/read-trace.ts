import {
  cutFlowOutcome,
  toRunView,
  traceVersion,
  type LoadedAction,
  type Trace,
  type TracedCode,
  type TracedDiagnostic,
  type TracedSignup,
} from '@signup-actions/workbench';
import { UsageError } from '@signup-actions/workbench/files';
import * as v from 'valibot';
import { playgroundLimits } from '../run/flow-job.ts';
import { findCacheBefore, findTime, replayCache } from '../run/replay-cache.ts';
import { maxNameCharacters, maxSignups } from '../state/playground-state.ts';
import { changesOf } from './changes-of.ts';
import { findSignups, toPage } from './choose-signups.ts';
import type { ChoosableSignup, ChosenSignups, Opened, RecordedRun, TraceChoice } from './opened.ts';
import { listSettingNotes, toSettings } from './to-settings.ts';

const strings = v.array(v.string());
const code = { name: v.string(), file: v.string(), source: v.string(), secrets: strings };
const named = v.looseObject({ action: v.string() });

/** As much of a trace as the page relies on. Anyone may have written the file. */
const schema = v.looseObject({
  traceVersion: v.literal(traceVersion),
  actions: v.pipe(
    v.array(v.looseObject({ ...code, configuration: v.record(v.string(), v.unknown()) })),
    v.minLength(1),
  ),
  modules: v.array(v.looseObject(code)),
  signups: v.pipe(
    v.array(
      v.looseObject({
        signup: v.looseObject({ label: v.string() }),
        event: v.looseObject({ user: v.looseObject({}) }),
        status: v.picklist(['allowed', 'denied', 'invalid', 'failed']),
        calls: v.array(
          v.looseObject({ action: v.string(), method: v.string(), args: v.array(v.unknown()) }),
        ),
        executions: v.array(named),
        refusals: v.array(named),
        diagnostics: v.array(v.looseObject({ code: v.string(), message: v.string() })),
        console: v.array(v.looseObject({ text: v.string() })),
      }),
    ),
    v.minLength(1),
  ),
});

/** Whether a file is meant as a trace. */
export const isTrace = (text: string): boolean => /^\s*\{\s*"traceVersion"/.test(text);

/** Reads what `signup-actions run --trace` wrote: the code, the signups, and what happened to them. */
export function readTrace(text: string, file: string): Opened {
  const trace = parse(text, file);
  const choice: TraceChoice = {
    file,
    signups: trace.signups.map(toChoosable),
    open: (positions) => openSignups(positions, trace, file),
  };
  const isLong = trace.signups.length > maxSignups;
  const chosen = choice.open(toPage(findSignups(choice.signups, isLong ? 'trouble' : 'all'), 0));
  return {
    actions: trace.actions.map((action) => ({
      ...toCode(action),
      configuration: toSettings(action.configuration),
    })),
    ...(trace.modules.length > 0 && { modules: trace.modules.map(toCode) }),
    ...chosen,
    ...(isLong && { choice }),
  };
}

/** What a signup is found by. */
function toChoosable(signup: TracedSignup): ChoosableSignup {
  const { email, phone_number: phone, username } = signup.event.user;
  const { status } = signup;
  const failure = status === 'failed' ? signup.failure.error.message : undefined;
  const refusals = signup.refusals.flatMap((refusal) => Object.values(refusal));
  const words = [signup.signup.label, email, phone, username, status, failure, ...refusals];
  return { status, words: words.filter((word) => typeof word === 'string').join(' ') };
}

function openSignups(positions: readonly number[], trace: Trace, file: string): ChosenSignups {
  const opened = positions.flatMap((position) => trace.signups[position] ?? []);
  const changes = opened.map(({ event }) => changesOf(event));
  const added = [...new Set(changes.flatMap((one) => one.added))];
  const secrets = [...trace.actions, ...trace.modules].flatMap((one) => one.secrets);
  return {
    signups: changes.map(({ startingPoint, changes: event }, index) => ({
      name: opened[index]?.signup.label.slice(0, maxNameCharacters) ?? '',
      startingPoint,
      event: `${JSON.stringify(event, undefined, 2)}\n`,
      afterMs: 0,
    })),
    recorded: opened.map((signup) => toRecorded(signup, trace, file)),
    notes: [
      'The outcome is the recorded one until you press Run.',
      ...listSettingNotes(trace.actions.map(({ configuration }) => configuration)),
      ...(secrets.length > 0
        ? ['A trace has no values of secrets: give them before you press Run.']
        : []),
      ...(added.length > 0
        ? [`A run here adds fields that the recorded event does not have: ${added.join(', ')}.`]
        : []),
    ],
  };
}

function parse(text: string, file: string): Trace {
  const fail = (why: string): never => {
    throw new UsageError(`Failed to read ${file}: ${why}.`);
  };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return fail(`it is not JSON (${(error as Error).message})`);
  }
  const { issues, output } = v.safeParse(schema, data);
  if (!issues) return output as unknown as Trace;
  const [issue] = issues;
  return fail(
    `it is not a trace of version ${traceVersion} (${v.getDotPath(issue) ?? 'the file'}: ${issue.message})`,
  );
}

const toCode = ({ name, source, secrets }: TracedCode) => ({
  name,
  code: source,
  secrets: secrets.map((secret): [string, string] => [secret, '']),
});

/** Throws for a signup that the page could not show. */
function toRecorded(signup: TracedSignup, { actions, modules }: Trace, file: string): RecordedRun {
  const { event, console, signup: _, ...outcome } = signup;
  const loadedModules = modules.map(toLoaded);
  const job = {
    actions: actions.map((action) => ({ ...toLoaded(action), modules: loadedModules })),
    event,
    cache: [],
    limits: playgroundLimits,
    clockOffsetMs: 0,
  };
  try {
    const run = cutFlowOutcome({
      type: 'outcome',
      outcome,
      diagnosticSites: signup.diagnostics.map(({ site }: TracedDiagnostic) => site),
      written: new Map(),
      cache: [],
    });
    const texts = console.map(
      ({ action, text }) => [action, { text, rest: '', isCut: false }] as const,
    );
    const { calls } = outcome;
    const before = findCacheBefore(calls);
    const time = findTime(calls, Date.now());
    const after = replayCache(before, time, calls);
    const shown = { ...run, console: new Map(texts), requests: [] as const };
    toRunView(job, shown);
    return { job, run: shown, before, after, time };
  } catch {
    throw new UsageError(`Failed to read ${file}: a signup in it is damaged.`);
  }
}

const toLoaded = ({ name, file, source }: TracedCode): LoadedAction => ({
  name,
  file,
  source,
  code: source,
  language: 'javascript',
  dependencies: [],
  secrets: {},
});
