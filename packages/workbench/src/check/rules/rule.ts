import type { Node, VisitorObject } from 'oxc-parser';
import type { toSentence } from '../findings/sentences.ts';
import type { Origins } from '../origins/read-origins.ts';
import type { Syntax } from '../syntax/read-syntax.ts';

/** An Action as rules read it. */
export interface RuleSubject {
  readonly syntax: Syntax;
  readonly origins: Origins;
}

/** Reports a mistake at a node. */
export type Report = (node: Node, sentence: ReturnType<typeof toSentence>) => void;

/** A rule: functions by the types of the nodes that they are called for. */
export type Rule<Listeners = VisitorObject> = (subject: RuleSubject, report: Report) => Listeners;
