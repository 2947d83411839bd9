import { createRuntime, type Action, type Diagnostic } from '@signup-actions/runtime-core';
import type { Crash } from '../../../packages/cli/src/child/crash.ts';
import { failingOn } from '../../../packages/cli/src/child/failing-on.ts';
import { toAnswer, type LateDiagnostic } from '../../../packages/cli/src/child/to-answer.ts';
import { toHandler } from '../../../packages/cli/src/child/to-handler.ts';
import { platformSentences } from '../../../packages/cli/src/platform-sentences.ts';
import { atMostEvery } from './at-most-every.ts';
import { callSite } from './call-site.ts';
import { createConsole } from './create-console.ts';
import { cutAnswer, maxListed } from './cut-answer.ts';
import { evaluate } from './evaluate.ts';
import type { PlaygroundAction, PlaygroundJob, WorkerMessage } from './flow-job.ts';

type Send = (message: WorkerMessage) => void;

/** Actions may call the api thousands of times a second when nobody waits for them any more. */
const lateMs = 100;

/**
 * Runs one flow in this worker, and answers at once. What Actions left running may still call the api, or
 * crash: then it answers again, for as long as the worker lives.
 */
export async function runJob(job: PlaygroundJob, crash: Crash, send: Send): Promise<void> {
  const { actions, event, limits } = job;
  const store = new Map(job.cache);
  const late: LateDiagnostic[] = [];
  let unlisted = 0;
  let answerSoon: (() => void) | undefined;
  let site: string | undefined;
  const keepSite = (): string | undefined => (site = callSite());
  const onDiagnostic = (diagnostic: Diagnostic): void => {
    if (!answerSoon) return;
    if (late.length < maxListed) late.push({ diagnostic, site });
    else unlisted += 1;
    answerSoon();
  };
  const bound: Action[] = [];
  for (const action of actions) {
    const handler = load(action, crash, send);
    if (!handler) return send({ type: 'unusable', message: toMissing(action) });
    bound.push(handler);
  }
  const runtime = createRuntime({ cache: store, clock, limits, callSite: keepSite, onDiagnostic });
  const outcome = await runtime.run({ event, actions: bound });
  let crashed: Parameters<typeof toAnswer>[0]['crashed'];
  const answer = (): void => {
    const whole = toAnswer({ outcome, actions, late, crashed, cache: [...store] });
    send(whole.type === 'outcome' ? cutAnswer(whole, unlisted) : whole);
  };
  answerSoon = atMostEvery(lateMs, answer);
  crash.listen((thrown, action) => {
    if (crashed) return;
    crashed = { thrown, action };
    answer();
  });
  answer();
}

/** The Action to bind; absent where it has no handler. */
function load(action: PlaygroundAction, crash: Crash, send: Send): Action | undefined {
  const { name, secrets, configuration } = action;
  send({ type: 'load', action: name });
  const console = createConsole((text) => send({ type: 'output', action: name, text }));
  let loaded: Action['handler'] | undefined;
  try {
    loaded = toHandler(evaluate(action, console));
  } catch (thrown) {
    // It fails when its turn comes, as on the platform.
    loaded = () => Promise.reject(thrown);
  }
  if (!loaded) return undefined;
  const run = loaded;
  const handler: Action['handler'] = (event, api) => {
    send({ type: 'start', action: name, time: clock() });
    return failingOn(crash, run(event, api));
  };
  return { name, handler, secrets, configuration };
}

const toMissing = ({ name }: PlaygroundAction): string =>
  `${name} cannot run. ${platformSentences['handler-missing']()}`;

/** Fractions of a millisecond, since that is what most Actions take. */
const clock = (): number => performance.timeOrigin + performance.now();
