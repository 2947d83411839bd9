import {
  collectSecrets,
  createSecretSearch,
  formatOutcomeWith,
  redact,
  type Lines,
  type Outcome,
} from '@signup-actions/runtime-core/internal';
import { findPlace, toPlace, type IsolatedRun, type LoadedAction } from '@signup-actions/workbench';
import type { Signup } from '../signups/signup.ts';
import { formatAnswer } from './format-answer.ts';
import { formatConsole } from './format-console.ts';
import { createSourceFormat } from './format-source.ts';
import { formatUser } from './format-user.ts';
import { formatWho } from './format-who.ts';
import { paint } from './paint.ts';
import { toPrintable } from './to-printable.ts';

/** What happened to one signup, to be read by a person. */
export function formatRun(
  { label, event }: Signup,
  run: IsolatedRun,
  actions: readonly LoadedAction[],
): string {
  const outcome = toPrintableOutcome(redact(run.outcome));
  const search = createSecretSearch(collectSecrets(actions));
  const formatSource = createSourceFormat(actions, search);
  const places = new Map(
    outcome.diagnostics.map((diagnostic, index) => [
      diagnostic,
      toPlace(run.diagnosticSites[index], actions),
    ]),
  );
  const stack = outcome.status === 'failed' ? outcome.failure.error.stack : undefined;
  const text = formatOutcomeWith(outcome, {
    paint,
    belowVerdict: formatSource(findPlace(stack, actions)),
    belowExecution: ({ action }) => formatConsole(run.console.get(action)),
    belowDiagnostic: (diagnostic) => formatSource(places.get(diagnostic)),
    user: outcome.status === 'allowed' ? formatUser(event.user, outcome.user, search) : undefined,
  });
  const lines: Lines = [
    `${paint('title', `── ${formatWho(event)}`)} ${paint('faint', `(${label})`)}`,
    text,
    ...formatStrayConsole(run),
    ...formatAnswer(outcome),
  ];
  return `${lines.join('\n')}\n`;
}

/** Everything else of an outcome is shown as source, which has such characters escaped. */
function toPrintableOutcome(outcome: Outcome): Outcome {
  if (outcome.status !== 'failed') return outcome;
  const { failure } = outcome;
  const { name, message } = failure.error;
  const error = { ...failure.error, name: toPrintable(name), message: toPrintable(message) };
  return { ...outcome, failure: { ...failure, error } };
}

/** What was printed, and nobody knows by whom. */
function formatStrayConsole({ console }: IsolatedRun): Lines {
  const lines = formatConsole(console.get(undefined));
  return lines.length > 0 ? [paint('title', 'Console'), ...lines] : [];
}
