// The program of a child process that explores an Action, and tells the parent what it sees.
import { flushCompileCache } from 'node:module';
import { setInterval } from 'node:timers';
import { toErrorRecord } from '@signup-actions/runtime-core/internal';
import { explore, type Finding } from '@signup-actions/testing/fast-check';
import {
  createModuleRequire,
  isMissingModule,
  loadHandler,
  type LoadedAction,
} from '@signup-actions/workbench';
import { canSend } from '../can-send.ts';
import type { ExploreEnd, ExploreJob, SeenProblem, Sight } from '../explore-protocol.ts';
import { sendLines } from '../frames.ts';
import { endedMessage } from '../protocol.ts';
import { sendRecord } from '../records.ts';
import { createEvaluate } from './evaluate.ts';
import { blockNetwork } from './network/block-network.ts';
import { prepareProcess } from './prepare-process.ts';
import { readFlows } from './read-flows.ts';
import { toSeenSignup } from '../to-seen-signup.ts';

/** How often the process tells that its thread is free. */
const freeEveryMs = 200;

const startWatchdog = prepareProcess();

const tell = (sight: Sight): void => sendLines([sight]);

void respond();

async function respond(): Promise<void> {
  const { value: job } = (await readFlows<ExploreJob>(
    startWatchdog,
  ).next()) as IteratorYieldResult<ExploreJob>;
  process.exit = (): never => {
    throw new Error(endedMessage);
  };
  const end = await exploreAction(job).catch((thrown: unknown): ExploreEnd => ({
    type: 'crashed',
    message: toErrorRecord(thrown).stack ?? String(thrown),
  }));
  // The parent ends this process, which does not get to keep at its end what it has compiled.
  flushCompileCache();
  sendRecord(end);
}

async function exploreAction({
  action,
  hasSecrets,
  timeLimitMs,
  isOnline,
  ...drawing
}: ExploreJob): Promise<ExploreEnd> {
  tell({ type: 'ready' });
  const endsAt = Date.now() + timeLimitMs;
  setInterval(() => tell({ type: 'free' }), freeEveryMs);
  // What is sent with anything but `fetch` must not reach a service hundreds of times.
  if (!isOnline) blockNetwork(() => {});
  const handler = load(action);
  if (typeof handler !== 'function') return { type: 'unusable', message: handler.unusable };
  let missing: string | undefined;
  const { name, configuration = {}, moduleSecrets = {} } = action;
  const explored = { name, handler, configuration, moduleSecrets };
  await explore(explored, {
    ...drawing,
    timeLimitMs,
    fetch: !isOnline && canSend(action),
    secrets: hasSecrets ? action.secrets : undefined,
    onResume: (signup, resume) => tell({ type: 'run', signup: toSeenSignup(signup), resume }),
    onFinding(finding) {
      const { error } = finding.outcome.failure ?? {};
      if (isMissingModule(error)) missing ??= error.message;
      tell({ type: 'problem', seen: toSeenProblem(finding) });
    },
  });
  return missing === undefined
    ? { type: 'done', isCut: Date.now() >= endsAt }
    : { type: 'unusable', message: missing };
}

function load(action: LoadedAction): ReturnType<typeof loadHandler> {
  const { evaluate, evaluateModule } = createEvaluate(() => {});
  const requireModule = createModuleRequire(action, {
    evaluate: (module, globals) => evaluateModule(module, globals, action),
    onMissingSecret() {},
  });
  return loadHandler(() => evaluate(action, requireModule));
}

const toSeenProblem = ({ problem, signup, source, outcome }: Finding): SeenProblem => ({
  problem,
  signup: toSeenSignup(signup),
  test: source,
  usesCache: outcome.calls.some(({ method }) => method.startsWith('cache.')),
});
