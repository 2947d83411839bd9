import type { Node } from 'oxc-parser';
import type { Origins } from '../origins/read-origins.ts';
import { constantOf, hasDefault, keyOf } from '../syntax/local-functions.ts';
import type { Variable } from '../syntax/names.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import type { Assumptions } from './evaluate.ts';

/** The strategies of connections whose users certainly have a field. */
const strategiesWith: Readonly<Record<string, string>> = {
  'event.user.email': 'email',
  'event.user.phone_number': 'sms',
};

/** Assumes that some expressions, which stand for the same value, are absent: wherever else the code names it. */
export function assumeAbsent(
  absent: readonly Node[],
  { names, textOf }: Syntax,
  { originOf }: Origins,
): Assumptions {
  const keys = new Set(absent.map(keyOfValue).filter((key) => key !== undefined));
  return {
    valueOf(node) {
      const key = keyOfValue(node);
      return key !== undefined && keys.has(key) ? { value: undefined } : undefined;
    },
    differ(left, right) {
      const value = keyOf(right, true);
      return (
        originOf(left)?.join('.') === 'event.connection.strategy' &&
        Object.entries(strategiesWith).some(
          ([path, strategy]) => keys.has(path) && value === strategy,
        )
      );
    },
    lacks(object, key) {
      const origin = originOf(object);
      // A path, such as that of `_.has(event, 'client.name')`, also asks for what is on its way.
      const path = key.split('.');
      return (
        origin !== undefined &&
        path.some((_, index) => keys.has([...origin, ...path.slice(0, index + 1)].join('.')))
      );
    },
  };

  /** What tells two values apart; absent for an expression that is more than the name of a value. */
  function keyOfValue(node: Node): string | Variable | undefined {
    if (node.type === 'Identifier') {
      const variable = names.variableOf(node);
      if (constantOf(variable) || hasDefault(variable)) return variable;
    } else if (node.type !== 'MemberExpression' && node.type !== 'CallExpression') return undefined;
    const origin = originOf(node);
    if (!origin || origin.includes('?')) return undefined;
    // Each key of the cache has a record of its own.
    return origin.at(-1) === '()' ? textOf(node) : origin.join('.');
  }
}
