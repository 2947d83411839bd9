import type { Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { isOfEvent, methodOf } from '../origins/origin.ts';
import { toWritten, type Explain } from './explanation.ts';

/** Explains a call of what is not a function, or `new` before what is not a class. */
export const explainNotAFunction: Explain = ({ code, nodes }, { syntax, origins }) => {
  const callee = nodes.map(toCallee).find(isCallee);
  if (!callee) return undefined;
  const origin = origins.originOf(callee);
  const written = toWritten(syntax, callee);
  if (code === 'TS2351' || code === 'TS7009') {
    const isGlobal = /^(Date|Math|JSON|Promise|Number|String|Object)\.\w+$/.test(written);
    return isGlobal
      ? {
          node: callee,
          ...toSentence('not-a-function', written, 'is not a class: call it without new'),
        }
      : undefined;
  }
  const isValue = isOfEvent(origin) || (origin?.[0] === 'api' && methodOf(origin) === undefined);
  return isValue
    ? {
        node: callee,
        ...toSentence(
          'not-a-function',
          written,
          'is not a function: read it, or call one of its methods',
        ),
      }
    : undefined;
};

/** Explains an assignment to a constant, which throws. */
export const explainConstant: Explain = ({ nodes }) => {
  const name = nodes.findLast(({ type }) => type === 'Identifier');
  return name?.type === 'Identifier'
    ? { node: name, ...toSentence('constant-assigned', name.name), onceInFunction: name.name }
    : undefined;
};

/** The compiler reports a class at its `new`, and a member at its name. */
function toCallee(node: Node): Node {
  if (node.type === 'NewExpression') return node.callee;
  const { parent } = node;
  return parent?.type === 'MemberExpression' && parent.property === node ? parent : node;
}

const isCallee = (node: Node): boolean =>
  (node.parent?.type === 'CallExpression' || node.parent?.type === 'NewExpression') &&
  node.parent.callee === node;
