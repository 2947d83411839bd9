import type { Node } from 'oxc-parser';
import { toFinding, type Finding } from '../findings/finding.ts';
import { alwaysTrue } from './always-true.ts';
import { argumentNotAString, codeForUser, textTooLong } from './api-arguments.ts';
import { cacheRecordAsString } from './cache-record.ts';
import { fetchOption } from './fetch-option.ts';
import { neverTrue } from './never-true.ts';
import { notAwaited } from './not-awaited.ts';
import { notCalled } from './not-called.ts';
import { passwordField } from './password-field.ts';
import { processEnv } from './process-env.ts';
import { promiseAsValue } from './promise-as-value.ts';
import { objectInString, promiseInString } from './promise-in-string.ts';
import { readOnlyEvent } from './read-only-event.ts';
import { responseField } from './response-field.ts';
import { resultIgnored } from './result-ignored.ts';
import type { Rule, RuleSubject } from './rule.ts';
import { secretExposed } from './secret-exposed.ts';
import { swappedArguments } from './swapped-arguments.ts';
import { throwAsRefusal } from './throw-as-refusal.ts';
import { undefinedInReason } from './undefined-in-reason.ts';
import { userIdRejected } from './user-id.ts';

/** What the compiler cannot see, and the syntax shows. */
const rules: readonly Rule[] = [
  alwaysTrue,
  argumentNotAString,
  cacheRecordAsString,
  codeForUser,
  fetchOption,
  neverTrue,
  notAwaited,
  notCalled,
  objectInString,
  passwordField,
  processEnv,
  promiseAsValue,
  promiseInString,
  readOnlyEvent,
  responseField,
  resultIgnored,
  secretExposed,
  swappedArguments,
  textTooLong,
  throwAsRefusal,
  undefinedInReason,
  userIdRejected,
];

/** What the rules find in an Action, node by node. */
export function applyRules(subject: RuleSubject): readonly Finding[] {
  const { syntax } = subject;
  const findings: Finding[] = [];
  const listeners = new Map<string, ((node: Node) => void)[]>();
  for (const rule of rules) {
    const listened = rule(
      subject,
      (node, sentence) => void findings.push(toFinding(syntax, node, sentence)),
    );
    for (const [type, listen] of Object.entries(listened)) {
      listeners.set(type, [...(listeners.get(type) ?? []), listen]);
    }
  }
  for (const node of syntax.nodes) listeners.get(node.type)?.forEach((listen) => listen(node));
  return findings;
}
