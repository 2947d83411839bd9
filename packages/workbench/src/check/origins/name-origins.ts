import type { Node } from 'oxc-parser';
import { eventShape } from '@signup-actions/runtime-core/internal';
import { isFunction, keyOf, type LocalFunction } from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import type { Origin } from './origin.ts';

/** The names by which the members of each are known. */
const members: Readonly<Record<string, ReadonlySet<string>>> = {
  event: new Set([...Object.keys(eventShape), 'secrets', 'configuration']),
  api: new Set(['access', 'cache', 'user', 'validation']),
};

/** What people look for in the event or the api, and do not find. */
const isMistakenFor = (key = ''): boolean =>
  /^(acess|auth\w*|body|context|deny|email|ip|idToken|accessToken|multifactor|organization|query|redirect|session|stats)$/.test(
    key,
  );

/** A function that nothing calls by its name, and what its parameters are by theirs. */
type Named = readonly [node: LocalFunction, received: readonly (Origin | undefined)[]];

/**
 * The functions that receive the event or the api by the names of their parameters: those that use such a parameter
 * as one uses the event or the api, such as the rules in a list. Functions that are called in the file are known by
 * their calls, and handlers of other triggers have other events.
 */
export function nameOrigins(
  { nodes, names }: Syntax,
  called: ReadonlyMap<LocalFunction, unknown>,
): readonly Named[] {
  return nodes.flatMap((node): readonly Named[] => {
    if (!isFunction(node) || called.has(node) || isOtherHandler(node)) return [];
    const received = node.params.map((parameter) => {
      if (parameter.type !== 'Identifier') return undefined;
      const known = Object.hasOwn(members, parameter.name) ? members[parameter.name] : undefined;
      const { references = [] } = names.variableOf(parameter) ?? {};
      const keys = references.flatMap(({ identifier }) => {
        const member = (identifier as Node).parent;
        const isObject =
          member?.type === 'MemberExpression' && member.object === (identifier as Node);
        return isObject ? [keyOf(member.property, member.computed)] : [];
      });
      // Another kind of event has other members, and more of them.
      const isUsed =
        keys.some((key) => key !== undefined && known?.has(key)) &&
        keys
          .filter((key) => key !== undefined && !known?.has(key))
          .every((key) => isMistakenFor(key));
      return known && isUsed ? [parameter.name] : undefined;
    });
    const isHandler = received.filter(Boolean).length === 2;
    // A callback is called by others, with an event of theirs.
    const isCallback = node.parent?.type === 'CallExpression' && node.parent.callee !== node;
    return received.some(Boolean) && (isHandler || !isCallback) ? [[node, received]] : [];
  });
}

/** `exports.onExecutePostLogin = …`, or any other export: those who import it know what it receives. */
const isOtherHandler = ({ parent }: Node): boolean =>
  parent?.type === 'AssignmentExpression' &&
  parent.left.type === 'MemberExpression' &&
  /^on[A-Z]/.test(keyOf(parent.left.property, parent.left.computed) ?? '');
