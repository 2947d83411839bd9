import type { Node } from 'oxc-parser';
import { functionOf, isFunction, type LocalFunction } from '../syntax/local-functions.ts';
import type { Names } from '../syntax/names.ts';

/**
 * The functions that come before a function in a list, such as one of checks that run in order: `[hasEmail, isOurs]`, or
 * `[{ test: hasEmail }, { test: isOurs }]`.
 */
export function earlierInList(target: LocalFunction, names: Names): readonly LocalFunction[] {
  return placesOf(target, names).flatMap((place) => {
    const element = elementAround(place);
    if (element?.parent?.type !== 'ArrayExpression') return [];
    const { elements } = element.parent;
    const before = elements.slice(0, elements.indexOf(element as never));
    return before.flatMap((each) => (each ? functionsOf(each, names) : []));
  });
}

/** Where a function is: as it is, and wherever its name is. */
function placesOf(target: LocalFunction, names: Names): readonly Node[] {
  const { parent } = target;
  const name = parent?.type === 'VariableDeclarator' ? parent.id : 'id' in target && target.id;
  const variable = name ? names.variableOf(name) : undefined;
  const uses = variable?.references.map(({ identifier }) => identifier as Node) ?? [];
  return [target, ...uses];
}

/** The element of a list that a place is, or is a property of. */
function elementAround(place: Node): Node | undefined {
  const { parent } = place;
  return parent?.type === 'Property' ? (parent.parent ?? undefined) : place;
}

function functionsOf(element: Node, names: Names): readonly LocalFunction[] {
  const values =
    element.type === 'ObjectExpression'
      ? element.properties.flatMap((each) => (each.type === 'Property' ? [each.value] : []))
      : [element];
  return values.map((value) => functionOf(value, names)).filter(isFunction);
}
