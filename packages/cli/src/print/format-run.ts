import {
  createSecretSearch,
  defaultLimits,
  escapeControls,
  formatCall,
  formatOutcomeWith,
  redact,
  type CreatedUser,
  type Lines,
  type Outcome,
  type SecretSearch,
  type SignupEvent,
} from '@signup-actions/runtime-core/internal';
import {
  diffUser,
  formatConsoleCut,
  hiddenSecrets,
  type ConsoleText,
  type IsolatedRun,
  type LoadedAction,
} from '@signup-actions/workbench';
import type { Signup } from '../signups/signup.ts';
import { columnsOf, padColumns } from './columns.ts';
import { formatResponse } from './format-response.ts';
import { formatSite, formatStack, type SiteFormat } from './format-sites.ts';
import type { Link } from './link.ts';
import type { Paint } from './paint.ts';
import { placeDiagnostics } from './place-diagnostics.ts';
import { isTooLate } from './report-entry.ts';

/** What the report of a run depends on besides the run. */
export interface RunFormat {
  readonly actions: readonly LoadedAction[];
  /** Paths are shown relative to this folder. */
  readonly cwd: string;
  readonly paint: Paint;
  readonly link: Link;
}

/** The report of what happened to one signup. */
export function formatRun({ label, event }: Signup, run: IsolatedRun, format: RunFormat): string {
  const { actions, paint, link } = format;
  const plain = redact(run.outcome);
  const search = createSecretSearch(hiddenSecrets(actions, event));
  const siteFormat: SiteFormat = { ...format, search };
  const sites = placeDiagnostics(plain.diagnostics, run.diagnosticSites);
  const outcome: Outcome = { ...plain, diagnostics: [...sites.keys()] };
  const stack = outcome.status === 'failed' ? outcome.failure.error.stack : undefined;
  const verdict = formatOutcomeWith(outcome, {
    paint(role, part) {
      const code = /^! (?<code>[a-z-]+)$/.exec(part)?.groups?.['code'];
      return code === undefined ? paint(role, part) : link(code, paint(role, part));
    },
    widthOf: columnsOf,
    toSource: (call) => escapeControls(run.written.get(call.index) ?? formatCall(call)),
    belowVerdict: formatStack(stack, siteFormat),
    belowExecution: ({ action }) => formatConsole(run.console.get(action), paint),
    belowDiagnostic: (diagnostic) => formatSite(sites.get(diagnostic), siteFormat),
    user:
      outcome.status === 'allowed'
        ? formatUser(event.user, outcome.user, search, paint)
        : undefined,
  });
  const text =
    isTooLate(run) && run.lateRefusal !== undefined
      ? verdict.replace(paint('good', 'ALLOWED'), formatTooLate(run.lateRefusal, paint))
      : verdict;
  // Output whose Action is not known.
  const stray = formatConsole(run.console.get(undefined), paint);
  const lines: Lines = [
    `${paint('title', `── ${formatUserName(event)}`)} ${paint('faint', `(${escapeControls(label)})`)}`,
    text,
    ...(stray.length > 0 ? [paint('title', 'Console'), ...stray] : []),
    ...formatResponse(event, outcome, paint),
  ];
  return `${lines.join('\n')}\n`;
}

const formatTooLate = (action: string, paint: Paint): string =>
  `${paint('bad', 'ALLOWED')}, although ${escapeControls(action)} refused: it was too late\n  The platform may let the user in.`;

/** The name that the user logs in with. */
export const formatUserName = ({ user }: SignupEvent): string =>
  escapeControls(user.email ?? user.phone_number ?? user.username ?? 'user without a name');

/** What an Action wrote to the console, below its calls; a broken bar marks what the platform does not keep. */
function formatConsole(output: ConsoleText | undefined, paint: Paint): Lines {
  if (!output) return [];
  const toLines = (text: string, bar: string): Lines =>
    text === '' ? [] : text.split('\n').map((line) => `      ${paint('faint', bar)} ${line}`);
  const cut = paint('warning', formatConsoleCut(defaultLimits.maxConsoleCharacters));
  return [
    ...toLines(output.text, '│'),
    ...(output.isCut ? toLines(cut, '┊') : []),
    ...toLines(output.rest, '┊'),
  ];
}

/** The user that is created, as a difference to the user of the event. */
function formatUser(
  before: CreatedUser,
  after: CreatedUser,
  search: SecretSearch,
  paint: Paint,
): Lines {
  const fields = diffUser(before, after, search);
  const width = fields.reduce((most, { name }) => Math.max(most, columnsOf(name)), 0);
  return fields.map(({ mark, name, value }) => {
    const text = `  ${mark} ${padColumns(name, width)}  ${value}`;
    return mark === ' ' ? text : paint(mark === '+' ? 'good' : 'bad', text);
  });
}
