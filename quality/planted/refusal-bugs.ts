import type { Patch } from './apply-patch.ts';

/** Mistakes in what a refusal says, and to whom. */
export const refusalBugs: readonly Patch[] = [
  {
    mistake: 'the reason and the message change places (R1)',
    file: 'folds/refusals.ts',
    find: 'const [reason, userMessage] = call.args;',
    replace: 'const [userMessage, reason] = call.args;',
  },
  {
    mistake: 'the platform’s answer leaves the reason out (R2)',
    file: 'report/to-signup-response.ts',
    find: 'message: reason, description: reason',
    replace: 'message: friendly, description: friendly',
  },
  {
    mistake: 'the host’s answer tells the reason (R2)',
    file: 'report/to-signup-response.ts',
    find: "...(include.includes('reason') && { reason })",
    replace: '...{ reason }',
  },
  {
    mistake: 'an absent argument is recorded as the word undefined (R3)',
    file: 'text/describe.ts',
    find: "if (value === undefined || value === null) return '';",
    replace: '',
  },
  {
    mistake: 'an Error is recorded with its name (R3)',
    file: 'text/describe.ts',
    find: 'isError(value) ? String(value.message) : String(value)',
    replace: 'isError(value) ? `Error: ${String(value.message)}` : String(value)',
  },
  {
    mistake: 'a missing message is not reported (R3)',
    file: 'api/access.ts',
    find: '[...noteText(reason), ...noteUserMessage(userMessage)]',
    replace: 'noteText(reason)',
  },
  {
    mistake: 'a person reads an empty message (R3)',
    file: 'report/to-signup-response.ts',
    find: 'userMessage || genericMessages.refused',
    replace: 'userMessage',
  },
  {
    mistake: 'an error code may have 101 characters (R4)',
    file: 'limits.ts',
    find: 'maxValidationCodePoints: 100',
    replace: 'maxValidationCodePoints: 101',
  },
  {
    mistake: 'an error message is counted in code units (R4)',
    file: 'api/validation.ts',
    find: 'Array.from(value).length <= maxCodePoints',
    replace: 'value.length <= maxCodePoints',
  },
  {
    mistake: 'a rejected refusal does not stop the flow (R4)',
    file: 'record/recorder.ts',
    find: 'refused ||= refusal;',
    replace: 'refused ||= refusal && !call.error;',
  },
];
