import type { CallExpression, Node } from 'oxc-parser';
import { methodOf } from '../origins/origin.ts';
import type { Origins } from '../origins/read-origins.ts';
import { keyOf } from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import type { Edit } from './edits.ts';

/**
 * A call of the api that is put before the call itself, with one of its arguments only. Of all arguments of a call, the compiler
 * reports the first that is wrong, and this one comes after others that may be.
 */
export interface Repeat {
  readonly edit: Edit;
  readonly call: CallExpression;
  readonly method: string;
  readonly argument: Node;
  readonly index: number;
}

/** The repeated calls, and the edits that close what they open. */
export interface Repeats {
  readonly repeats: readonly Repeat[];
  readonly closing: readonly Edit[];
}

const severalArguments =
  /^(access\.deny|cache\.set|user\.set(App|User)Metadata|validation\.error)$/;

/** Plans a call for each argument that the compiler may not come to. */
export function planRepeats({ nodes, comments, textOf }: Syntax, { originOf }: Origins): Repeats {
  const planned = nodes.flatMap((call): readonly Repeat[] => {
    if (call.type !== 'CallExpression' || call.arguments.length < 2) return [];
    const method = methodOf(originOf(call.callee)) ?? '';
    const callee = textOf(call.callee);
    if (!severalArguments.test(method) || !isOnOneLine(call.callee)) return [];
    if (callee.includes('?.')) return [];
    const isDoubtful = call.arguments.map((each, index) => mayBeWrong(each, index, method));
    return call.arguments.slice(0, 3).flatMap((argument, index) => {
      const isHidden = isDoubtful[index] === true && isDoubtful.slice(0, index).includes(true);
      const text = textOf(argument);
      if (!isHidden || !isOnOneLine(argument) || argument.type === 'SpreadElement') return [];
      const values = [...Array<string>(index).fill("'x'"), text].join(', ');
      const opening = call.parent?.type === 'ExpressionStatement' ? 'void (' : '(';
      const edit: Edit = [call.start, call.start, `${opening}${callee}(${values}), `];
      return [{ edit, call, method, argument, index }];
    });
  });
  return {
    repeats: planned,
    closing: planned.map(({ call: { end } }): Edit => [end, end, ')']),
  };

  /** An edit adds no lines, and what follows a comment would be part of it. */
  function isOnOneLine(node: Node): boolean {
    const { start, end } = node;
    return (
      !/[\n\r\u2028\u2029]/.test(textOf(node)) &&
      !comments.some((comment) => comment.start >= start && comment.end <= end)
    );
  }
}

/** Whether an argument is not certainly right. */
function mayBeWrong(argument: Node, index: number, method: string): boolean {
  const text = keyOf(argument, true);
  const isMetadata = method.startsWith('user.');
  if (isMetadata && index === 0) {
    return text === undefined || !/^\w+$/.test(text) || perhapsReserved.test(text);
  }
  if (isMetadata && argument.type === 'Literal') return false;
  return text === undefined && argument.type !== 'TemplateLiteral';
}

/** How the keys begin that `app_metadata` reserves, and others. */
const perhapsReserved =
  /^(_|blocked|client|created|email|global|identities|last|logins|metadata|multifactor|updated|user_id)/;
