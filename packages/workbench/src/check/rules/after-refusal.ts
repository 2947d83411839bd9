import type { CallExpression, Node } from 'oxc-parser';
import type { Rule } from 'eslint';
import { lineAt } from '../findings/finding.ts';
import { toSentence } from '../findings/sentences.ts';
import { methodOf } from '../origins/origin.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { isFunction, keyOf } from '../syntax/local-functions.ts';
import { defineRule, type Report, type RuleSubject } from './define-rule.ts';
import { readEffects } from './effects.ts';
import { isPromise } from './not-awaited.ts';
import { createGuards } from './guards.ts';

type Segment = Rule.CodePathSegment;

/** Something that matters on the way through a function. */
interface Step {
  readonly kind: 'call' | 'refusal' | 'test' | 'throw';
  readonly node: Node;
}

/** The steps of a function, by the segments of its flow of control. */
interface Flow {
  readonly steps: Map<Segment, Step[]>;
  readonly current: Set<Segment>;
}

/**
 * Finds refusals that do not end the handler and are followed by a change of the user, by another refusal, or by a
 * request. The flow of control is ESLint's. Calls of the cache are fine: counting refused attempts is what it is for.
 */
const findAfterRefusal = (kind: 'call' | 'throw') =>
  defineRule((subject, report) => {
    const effects = readEffects(subject);
    const flows: Flow[] = [];
    const add = (step: Step): void => {
      const flow = flows.at(-1);
      for (const segment of flow?.current ?? []) {
        flow?.steps.set(segment, [...(flow.steps.get(segment) ?? []), step]);
      }
    };
    const enter = (segment: Segment): void => void flows.at(-1)?.current.add(segment);
    const leave = (segment: Segment): void => void flows.at(-1)?.current.delete(segment);
    const addTest = (node: Node): void => add({ kind: 'test', node });
    return {
      onCodePathStart: () => void flows.push({ steps: new Map(), current: new Set() }),
      onCodePathEnd() {
        const flow = flows.pop();
        if (flow) reportFlow(flow, kind, subject, report);
      },
      onCodePathSegmentStart: enter,
      onCodePathSegmentEnd: leave,
      'CallExpression:exit'(node: CallExpression) {
        const { refuses, changesUser, usesNetwork } = effects.ofCall(node);
        const isDirect = methodOf(subject.origins.originOf(node.callee)) !== undefined;
        // Whoever looks at the result of a function can tell whether it has refused.
        // What nothing waits for is a mistake of its own.
        if (isPromise(node, subject) && node.parent?.type !== 'AwaitExpression') return;
        const inner = findInLoop(node);
        if (inner) add({ kind: 'refusal', node: inner });
        else if (refuses && (isDirect || isDiscarded(node))) add({ kind: 'refusal', node });
        else if (changesUser || usesNetwork || refuses) add({ kind: 'call', node });
      },
      ThrowStatement(node: Node) {
        if (!isCaught(node)) add({ kind: 'throw', node });
      },
      'IfStatement > *.test:exit': addTest,
      'ConditionalExpression > *.test:exit': addTest,
      'WhileStatement > *.test:exit': addTest,
      'LogicalExpression > *.left:exit': addTest,
    };

    /** `words.forEach((word) => { … api.access.deny(…) … })` refuses, too. */
    function findInLoop(node: CallExpression): CallExpression | undefined {
      const { callee } = node;
      const name = callee.type === 'MemberExpression' && keyOf(callee.property, callee.computed);
      const isAll = isAwaitedByAll(node);
      const isLoop = name === 'forEach' || (name === 'map' && (isAll || isDiscarded(node)));
      const [callback] = node.arguments;
      if (!isLoop || !isFunction(callback) || (callback.async && !isAll)) return undefined;
      return subject.syntax.nodes.find(
        (inner): inner is CallExpression =>
          inner.type === 'CallExpression' &&
          inner.start > callback.start &&
          inner.end < callback.end &&
          effects.ofCall(inner).refuses === true,
      );
    }
  });

export const callAfterRefusal: Rule.RuleModule = findAfterRefusal('call');
export const throwAfterRefusal: Rule.RuleModule = findAfterRefusal('throw');

function reportFlow(
  { steps }: Flow,
  kind: 'call' | 'throw',
  subject: RuleSubject,
  report: Report,
): void {
  const { source, textOf } = subject.syntax;
  const reported = new Set<Node>();
  for (const [segment, own] of steps) {
    for (const [index, { kind: what, node }] of own.entries()) {
      if (what !== 'refusal' || reported.has(node)) continue;
      const next = findNext(node, own.slice(index + 1), segment);
      if (!next || (kind === 'throw' && reported.has(next))) continue;
      reported.add(kind === 'call' ? node : next);
      if (kind === 'throw')
        report(next, toSentence('throw-after-refusal', lineAt(source, node.start)));
      else
        report(
          node,
          toSentence('call-after-refusal', toName(node), lineAt(source, next.start), toName(next)),
        );
    }
  }

  /** What runs next after a refusal, wherever the flow goes. */
  function findNext(refusal: Node, rest: readonly Step[], start: Segment): Node | undefined {
    const isGuard = createGuards(refusal, subject.syntax);
    const seen = new Set<Segment>();
    const queue: { readonly own: readonly Step[]; readonly segment: Segment }[] = [
      { own: rest, segment: start },
    ];
    for (let at = queue.shift(); at; at = queue.shift()) {
      const stop = at.own.find(
        (step) => step.kind === 'throw' || (step.kind === 'test' ? isGuard(step.node) : true),
      );
      if (stop && stop.kind !== 'test') {
        if ((stop.kind === 'throw') === (kind === 'throw')) return stop.node;
        continue;
      }
      if (stop) continue;
      for (const segment of at.segment.nextSegments) {
        if (seen.has(segment)) continue;
        seen.add(segment);
        queue.push({ own: steps.get(segment) ?? [], segment });
      }
    }
    return undefined;
  }

  function toName(node: Node): string {
    const text = node.type === 'CallExpression' ? textOf(node.callee) : textOf(node);
    return text.length > 40 ? `${text.slice(0, 37)}…` : text.replaceAll(/\s+/g, '');
  }
}

/** `await Promise.all(words.map(…))`, whose result is not used. */
function isAwaitedByAll({ parent }: Node): boolean {
  return (
    parent?.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    parent.callee.object.type === 'Identifier' &&
    parent.callee.object.name === 'Promise' &&
    parent.parent?.type === 'AwaitExpression' &&
    isDiscarded(parent)
  );
}

/** Whether the result of a call is not used. */
function isDiscarded(node: Node): boolean {
  for (const { type, parent } of ancestorsOf(node)) {
    if (parent?.type === 'ExpressionStatement') return true;
    const isPassedOn =
      type === 'CallExpression' ||
      type === 'AwaitExpression' ||
      type === 'ChainExpression' ||
      type === 'LogicalExpression';
    const goesOn =
      parent?.type === 'AwaitExpression' ||
      parent?.type === 'ChainExpression' ||
      parent?.type === 'LogicalExpression';
    if (!isPassedOn || !goesOn) return false;
  }
  return false;
}

/** Whether the function itself catches what a statement throws. */
function isCaught(node: Node): boolean {
  for (const around of ancestorsOf(node)) {
    if (isFunction(around)) return false;
    const { parent } = around;
    if (parent?.type === 'TryStatement' && parent.block === around && parent.handler) return true;
  }
  return false;
}
