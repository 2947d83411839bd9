import { createSecretSearch, formatValue, redact } from '@signup-actions/runtime-core/internal';
import { hiddenSecrets } from '@signup-actions/workbench';
import { isTooLate, type ReportEntry } from '../print/report-entry.ts';

/** What came of a run of a signup, as strings without the values of secrets. */
export interface Aspects extends Readonly<Record<AspectName, string>> {
  /** The Action that decided, which is not compared: a copy of it may have another name. */
  readonly by: string;
}

/** In the order in which they are shown. */
const aspectNames = [
  'verdict',
  'message',
  'app_metadata',
  'user_metadata',
  'user_id',
  'user',
] as const;

/** Something that can differ. */
export type AspectName = (typeof aspectNames)[number];

/** What came of a signup, in parts that can be compared. A missing part is an empty string. */
export function toAspects({ signup, actions, run }: ReportEntry): Aspects {
  const outcome = redact(run.outcome);
  const { redact: hide } = createSecretSearch(hiddenSecrets(actions, signup.event));
  const {
    app_metadata: ofApp = {},
    user_metadata: ofUser = {},
    user_id: id = '',
    ...user
  } = (outcome.status === 'allowed' ? outcome.user : {}) as Readonly<Record<string, unknown>>;
  const toText = (value: unknown): string => hide(toSortedJson(value));
  switch (outcome.status) {
    case 'allowed': {
      const late = isTooLate(run) ? (run.lateRefusal ?? '') : '';
      return {
        verdict: late === '' ? 'allowed' : 'allowed, refused too late',
        by: late === '' ? '' : ` by ${late}`,
        message: '',
        app_metadata: toText(ofApp),
        user_metadata: toText(ofUser),
        user_id: hide(String(id)),
        user: toText(user),
      };
    }
    case 'failed': {
      const { action, kind, error } = outcome.failure;
      const by = action === undefined ? '' : ` in ${action}`;
      return { ...nothing, verdict: `failed (${kind})`, by, message: error.message };
    }
    default: {
      const messages = outcome.refusals.map((refusal) =>
        'reason' in refusal
          ? `${formatValue(refusal.reason)}, ${formatValue(refusal.userMessage)}`
          : `${formatValue(refusal.errorCode)}, ${formatValue(refusal.errorMessage)}`,
      );
      const by = ` by ${outcome.refusal.action}`;
      return { ...nothing, verdict: outcome.status, by, message: messages.join('; ') };
    }
  }
}

const nothing: Aspects = {
  verdict: '',
  by: '',
  message: '',
  app_metadata: '',
  user_metadata: '',
  user_id: '',
  user: '',
};

/** The names of the parts that differ. Without a user on one side, only verdict and message are compared. */
export function listDifferences(before: Aspects, after: Aspects): readonly AspectName[] {
  const names = before.verdict === after.verdict ? aspectNames : (['verdict', 'message'] as const);
  return names.filter((name) => before[name] !== after[name]);
}

/** The verdict with the Action that decided. */
export const toVerdict = ({ verdict, by }: Aspects): string => verdict + by;

/** The same object has the same JSON, in whatever order its properties were written. */
const toSortedJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
