import type { Rule } from 'eslint';
import type { CheckRule } from '../findings/sentences.ts';
import { callAfterRefusal, throwAfterRefusal } from './after-refusal.ts';
import { argumentNotAString, codeForUser, textTooLong } from './api-arguments.ts';
import { cacheRecordAsString } from './cache-record.ts';
import { neverTrue } from './never-true.ts';
import { notAwaited } from './not-awaited.ts';
import { notCalled } from './not-called.ts';
import { processEnv } from './process-env.ts';
import { objectInString, promiseInString } from './promise-in-string.ts';
import { readOnlyEvent } from './read-only-event.ts';
import { responseField } from './response-field.ts';
import { resultIgnored } from './result-ignored.ts';
import { secretExposed } from './secret-exposed.ts';
import { undefinedInReason } from './undefined-in-reason.ts';

/** What the compiler cannot see, as rules of ESLint. */
export const rules = {
  'argument-not-a-string': argumentNotAString,
  'cache-record-as-string': cacheRecordAsString,
  'call-after-refusal': callAfterRefusal,
  'code-for-user': codeForUser,
  'never-true': neverTrue,
  'not-awaited': notAwaited,
  'not-called': notCalled,
  'object-in-string': objectInString,
  'process-env': processEnv,
  'promise-in-string': promiseInString,
  'read-only-event': readOnlyEvent,
  'response-field': responseField,
  'result-ignored': resultIgnored,
  'secret-exposed': secretExposed,
  'text-too-long': textTooLong,
  'throw-after-refusal': throwAfterRefusal,
  'undefined-in-reason': undefinedInReason,
} as const satisfies Partial<Record<CheckRule, Rule.RuleModule>>;
