import type { CallExpression, Node } from 'oxc-parser';
import type { Rule as ESLint } from 'eslint';
import { lineAt } from '../findings/finding.ts';
import { toSentence } from '../findings/sentences.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { functionAround, isFunction, keyOf } from '../syntax/local-functions.ts';
import { createGuards, isGuarded } from './guards.ts';
import { createToStep, type Step } from './steps.ts';
import type { Report, Rule, RuleSubject } from './rule.ts';

type Segment = ESLint.CodePathSegment;

/** The steps of a function, by the segments of its flow of control. */
interface Flow {
  readonly steps: Map<Segment, Step[]>;
  readonly current: Set<Segment>;
}

/**
 * Finds refusals that do not end the handler and are followed by a change of the user, by another refusal, by a request or
 * by an error. The flow of control is ESLint's. Calls of the cache are fine: counting refused attempts is what it is for.
 */
export const afterRefusal: Rule<ESLint.RuleListener> = (subject, report) => {
  const toStep = createToStep(subject);
  const flows: Flow[] = [];
  const add = (step: Step | undefined): void => {
    const flow = flows.at(-1);
    if (!flow || !step) return;
    for (const segment of flow.current) {
      flow.steps.set(segment, [...(flow.steps.get(segment) ?? []), step]);
    }
  };
  const addTest = (node: unknown): void => add({ kind: 'test', node: node as Node });
  return {
    onCodePathStart: () => void flows.push({ steps: new Map(), current: new Set() }),
    onCodePathEnd() {
      const flow = flows.pop();
      if (!flow) return;
      reportFlow(flow, 'call', subject, report);
      reportFlow(flow, 'throw', subject, report);
    },
    onCodePathSegmentStart: (segment) => void flows.at(-1)?.current.add(segment),
    onCodePathSegmentEnd: (segment) => void flows.at(-1)?.current.delete(segment),
    'CallExpression:exit': (node: unknown) => add(toStep(node as CallExpression)),
    CatchClause: (node: unknown) => add({ kind: 'catch', node: node as Node }),
    ThrowStatement(statement: unknown) {
      const node = statement as Node;
      add({ kind: isCaught(node) ? 'fallible' : 'throw', node });
    },
    'IfStatement > *.test:exit': addTest,
    'ConditionalExpression > *.test:exit': addTest,
    'WhileStatement > *.test:exit': addTest,
    'LogicalExpression > *.left:exit': addTest,
  };
};

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
          toSentence(
            'call-after-refusal',
            toName(node),
            lineAt(source, next.start),
            toName(next),
            toEnding(node, next, toName(node)),
          ),
        );
    }
  }

  /** What runs next after a refusal, wherever the flow goes. */
  function findNext(refusal: Node, rest: readonly Step[], start: Segment): Node | undefined {
    const isGuard = createGuards(refusal, subject.syntax);
    const seen = new Map<Segment, boolean>();
    const queue = [{ own: rest, segment: start, mayHaveFailed: false }];
    for (let at = queue.shift(); at; at = queue.shift()) {
      let { mayHaveFailed } = at;
      const stop = at.own.find(({ kind: what, node }) => {
        mayHaveFailed ||= what === 'fallible';
        if (what === 'test') return isGuard(node);
        // A refusal never throws.
        if (what === 'catch') return isAround(node, refusal) && !mayHaveFailed;
        return what !== 'fallible' && !isGuarded(node, isGuard, subject.syntax);
      });
      if (stop && /^(call|refusal|throw)$/.test(stop.kind)) {
        if ((stop.kind === 'throw') === (kind === 'throw')) return stop.node;
        continue;
      }
      if (stop) continue;
      for (const segment of at.segment.nextSegments) {
        const known = seen.get(segment);
        if (known === true || known === mayHaveFailed) continue;
        seen.set(segment, mayHaveFailed);
        queue.push({ own: steps.get(segment) ?? [], segment, mayHaveFailed });
      }
    }
    return undefined;
  }

  function toName(node: Node): string {
    const text = node.type === 'CallExpression' ? textOf(node.callee) : textOf(node);
    return text.length > 40 ? `${text.slice(0, 37)}…` : text.replaceAll(/\s+/g, '');
  }
}

/** Whether a node is in the block whose errors a clause catches. */
function isAround({ parent }: Node, { start, end }: Node): boolean {
  const block = parent?.type === 'TryStatement' ? parent.block : undefined;
  return block !== undefined && block.start <= start && end <= block.end;
}

/** How to keep what is next from running after a refusal, for the end of a sentence. */
function toEnding(refusal: Node, next: Node, name: string): string {
  const around = functionAround(refusal);
  const isInside = !around || (next.start >= around.start && next.end <= around.end);
  if (!isInside) {
    const instead = isOfPromise(around)
      ? 'await the promise, and refuse after it'
      : 'loop with for (… of …), and return there';
    return `return would end only the callback, so ${instead}`;
  }
  for (const node of ancestorsOf(refusal)) {
    if (isFunction(node)) break;
    if (node.type === 'LogicalExpression' || node.type === 'ConditionalExpression') {
      return `write if (…) return ${name}(…) instead`;
    }
  }
  return 'put return before it';
}

/** Whether a function is the callback of a promise: `ask().then((answer) => …)`. */
const isOfPromise = ({ parent }: Node): boolean =>
  parent?.type === 'CallExpression' &&
  parent.callee.type === 'MemberExpression' &&
  /^(then|catch|finally)$/.test(keyOf(parent.callee.property, parent.callee.computed) ?? '');

/** Whether the function itself catches what a statement throws. */
function isCaught(node: Node): boolean {
  for (const around of ancestorsOf(node)) {
    if (isFunction(around)) return false;
    const { parent } = around;
    if (parent?.type === 'TryStatement' && parent.block === around && parent.handler) return true;
  }
  return false;
}
