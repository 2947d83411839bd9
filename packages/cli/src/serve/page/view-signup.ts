import { collectSecrets, createSecretSearch } from '@signup-actions/runtime-core/internal';
import {
  cutFlowOutcome,
  cutString,
  toRunView,
  toUnrunView,
  type LoadedAction,
  type RunView,
} from '@signup-actions/workbench';
import { formatUserName } from '../../print/format-run.ts';
import { channels } from '../channels/index.ts';
import type { SignupRun } from '../signup-list.ts';
import type { SignupRecord } from '../signup-record.ts';
import type { ResponseView, SignupView } from './page-update.ts';

const maxJsonCharacters = 20_000;

/** A signup as the page shows it; the places of its calls are known only as long as its run is. */
export function viewSignup(
  record: SignupRecord,
  run: SignupRun | undefined,
  actions: readonly LoadedAction[],
): SignupView {
  const { redactData } = createSecretSearch(collectSecrets(run?.actions ?? actions));
  const toJson = (value: unknown): string =>
    cutString(JSON.stringify(redactData(value), undefined, 2), maxJsonCharacters);
  const { id, event, status, channel, response } = record;
  return {
    id,
    user: cutString(formatUserName(event)),
    status,
    channel,
    httpStatus: response.status,
    run: toView(record, run, actions),
    event: toJson(event),
    responses: listResponses(record, toJson),
  };
}

function toView(
  { event, outcome, reason = '', log }: SignupRecord,
  done: SignupRun | undefined,
  actions: readonly LoadedAction[],
): RunView {
  if (!outcome) return { ...toUnrunView(reason), log };
  const { diagnosticSites = [], written = new Map(), console = new Map() } = done?.run ?? {};
  const stored =
    outcome.status === 'allowed' && done?.user ? { ...outcome, user: done.user } : outcome;
  const whole = { outcome: stored, diagnosticSites, written, cache: [] };
  const cut = cutFlowOutcome({ ...whole, type: 'outcome' });
  const view = toRunView({ actions: done?.actions ?? actions, event }, { ...cut, console });
  // All channels are shown instead.
  return { ...view, response: undefined };
}

function listResponses(
  { outcome, channel, response }: SignupRecord,
  toJson: (value: unknown) => string,
): readonly ResponseView[] {
  const own = { channel, isOwn: true, status: response.status, body: toJson(response.body) };
  if (!outcome || outcome.status === 'allowed') return [own];
  const { status } = outcome;
  return channels.map(({ name, refused, grades }) => {
    const shown = refused(outcome);
    const isOwn = name === channel;
    return {
      channel: name,
      isOwn,
      status: shown.status,
      body: toJson(shown.body),
      grade: grades[status],
    };
  });
}
