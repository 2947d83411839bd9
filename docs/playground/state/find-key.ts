import { parseExpressionAt, type Expression } from 'acorn';

/** The offset of a key in JSON, by the keys that lead to it; undefined if it is not there. */
export function findKey(json: string, path: readonly string[]): number | undefined {
  let value: Expression = parseExpressionAt(json, 0, { ecmaVersion: 'latest' });
  let offset: number | undefined;
  for (const name of path) {
    if (value.type !== 'ObjectExpression') return undefined;
    // As in JSON, the last of two equal keys counts.
    const found = value.properties.findLast(
      (each) => each.type === 'Property' && each.key.type === 'Literal' && each.key.value === name,
    );
    if (found?.type !== 'Property') return undefined;
    offset = found.key.start;
    value = found.value;
  }
  return offset;
}
