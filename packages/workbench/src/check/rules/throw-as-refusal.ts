import type { Node, ReturnStatement, Statement, ThrowStatement } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { ancestorsOf, nodesIn } from '../syntax/link-nodes.ts';
import { constantOf, isFunction, keyOf } from '../syntax/local-functions.ts';
import { withoutCircles } from '../syntax/without-circles.ts';
import type { Rule, RuleSubject } from './rule.ts';
import { reachesHandler } from './reaches-handler.ts';

/** Words of a refusal, in the message of an error or in the name of its class. */
const refusing =
  /already (exists|has an|in use|registered|taken)|(not|n't|never)[ _-]?(allowed|permitted|authori[sz]ed|accepted|eligible|invited|welcome)|black[ -]?list|block(ed|list)|bann?ed|den(y|ied)|disposable|forbidden|refused?|reject(ed)?|restricted|underage|unauthori[sz]ed/i;

/** Words that refuse if the condition is about the signup. */
const perhapsRefusing =
  /can ?not|can't|duplicate|exceeded|exists|fraud|invalid|missing|must|need|only|please|register|registration|required|sign(ing)?[ -]?up|spam|suspicious|too (many|young|short|long|weak)|not valid|not available/i;

/** What a message about the user names, unlike one about a service. */
const aboutUser =
  /\b(you|your|users?|e-?mails?|address(es)?|domains?|countr(y|ies)|ips?|phones?|accounts?|sign-?ups?|regist(er|rations?)|names?|invites?|invitations?|age)\b/i;

/** Errors of the code itself. */
const ofCode = /^(Assertion|Range|Reference|Syntax|Type)Error$/;
const unexpected =
  /answer|assert|config|expected|internal|invariant|respon[ds]|return|secret|service|unexpected|unknown|unreachable/i;

/** Finds errors that are thrown to refuse a signup, which ends as a failure that the user is not told about. */
export const throwAsRefusal: Rule = (subject, report) => {
  return {
    ThrowStatement: (node: ThrowStatement) => check(node, node.argument),
    // `return Promise.reject(new Error(…))` is the same.
    ReturnStatement(node: ReturnStatement) {
      const call = node.argument?.type === 'CallExpression' ? node.argument : undefined;
      const isRejected = call && subject.syntax.textOf(call.callee) === 'Promise.reject';
      if (isRejected && call.arguments[0]) check(node, call.arguments[0]);
    },
  };

  function check(node: Node, error: Node): void {
    const text = textOfError(error);
    const isClear = text !== undefined && (refusing.test(text) || perhapsRefusing.test(text));
    const test = isClear && subject.origins.isReachable(node) && testOf(node);
    if (!test || !reachesHandler(node, subject.syntax)) return;
    const topic = toTopic(test, subject);
    const namesUser = toTopic(error, subject).isSignup || aboutUser.test(text);
    if (isRefusal(text, topic, namesUser)) report(node, toSentence('throw-as-refusal'));
  }
};

/** The words of an error: those of its class and its message. Absent for a value that was caught or made elsewhere. */
function textOfError(error: Node): string | undefined {
  const text = wordsOf(error);
  if (text !== '') return text;
  const isMade = error.type === 'NewExpression' || error.type === 'CallExpression';
  if (!isMade || error.callee.type !== 'Identifier') return undefined;
  const { name } = error.callee;
  if (!/(Error|Exception)$/.test(name) || ofCode.test(name)) return undefined;
  return [name.replace(/(Error|Exception)$/, ''), ...error.arguments.map(wordsOf)].join(' ');
}

/** The words that are written in an expression. */
function wordsOf(node: Node): string {
  if (node.type === 'TemplateLiteral') {
    return node.quasis.map(({ value }) => value.cooked ?? '').join(' … ');
  }
  if (node.type === 'BinaryExpression')
    return `${wordsOf(node.left)} ${wordsOf(node.right)}`.trim();
  return keyOf(node, true) ?? '';
}

/** The condition under which a statement runs; absent if there is none, or if it handles another error. */
function testOf(node: Node): Node | undefined {
  let test: Node | undefined;
  for (const at of ancestorsOf(node)) {
    if (isFunction(at)) return test;
    if (at.type === 'CatchClause') return undefined;
    const { parent } = at;
    // `if (isAllowed) return;` comes before it.
    if (parent?.type === 'BlockStatement') {
      const before = parent.body.slice(0, parent.body.indexOf(at as Statement));
      const last = before.at(-1);
      if (last?.type === 'IfStatement' && isReturn(last.consequent)) test ??= last.test;
    }
    if (parent?.type === 'IfStatement' && parent.test !== at) test ??= parent.test;
    if (parent?.type === 'SwitchStatement' && at !== parent.discriminant) {
      test ??= parent.discriminant;
    }
  }
  return undefined;
}

/** Whether a statement is a return, or a block that ends in one. */
function isReturn(statement: Node): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  return last?.type === 'ReturnStatement';
}

/** What a condition is about. */
interface Topic {
  /** The user or the request, and more than whether a field is there. */
  readonly isSignup: boolean;
  /** How a service has responded, or how the Action is set up. */
  readonly isOther: boolean;
}

function toTopic(test: Node, { syntax, origins }: RuleSubject): Topic {
  const { names, nodes } = syntax;
  const parts = new Set<Node>();
  const collect = withoutCircles((outer: Node): void => {
    for (const node of nodesIn(outer, nodes)) {
      parts.add(node);
      const value = node.type === 'Identifier' ? constantOf(names.variableOf(node)) : undefined;
      // What a service has responded is not about the signup, though it was asked about it.
      if (value && !isFunction(value) && value.type !== 'AwaitExpression') collect(value);
    }
  }, undefined);
  collect(test);
  const origin = [...parts].map((node) => origins.originOf(node) ?? []);
  const isOf = (...fields: readonly string[]): boolean =>
    origin.some(([root, part]) => root === 'event' && part !== undefined && fields.includes(part));
  const isSignup = isOf('user', 'request');
  return {
    isSignup,
    isOther:
      (!isSignup && isOf('secrets', 'configuration')) ||
      [...parts].some(
        (node) =>
          node.type === 'MemberExpression' &&
          node.object.type === 'Identifier' &&
          !/^(body|data|json|payload|result)$/.test(node.object.name) &&
          /^(code|error|errors|ok|status|statusCode)$/.test(
            keyOf(node.property, node.computed) ?? '',
          ),
      ),
  };
}

function isRefusal(text: string, { isSignup, isOther }: Topic, namesUser: boolean): boolean {
  if (isOther) return false;
  if (refusing.test(text)) return isSignup || namesUser;
  return isSignup && perhapsRefusing.test(text) && !unexpected.test(text);
}
