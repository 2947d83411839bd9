import type { Node } from 'oxc-parser';
import { findMissingIn } from '../platform/newer-functions.ts';
import { toBrokenRule } from '../platform/platform-rules.ts';
import type { CheckedSource } from './check-source.ts';
import { toFinding, type Finding } from './findings/finding.ts';
import { keyOf } from './syntax/local-functions.ts';

/**
 * Finds calls of functions that the platform's version of Node does not have. Code that also names the function without
 * calling it asks whether there is one.
 */
export function checkNewerFunctions(
  { syntax }: Pick<CheckedSource, 'syntax'>,
  runtime: string | undefined,
): readonly Finding[] {
  const { names, nodes } = syntax;
  const used = nodes.flatMap((node) => {
    const name = globalNameOf(node);
    const version = name === undefined ? undefined : findMissingIn(name, runtime);
    return name === undefined || version === undefined ? [] : [{ node, name, version }];
  });
  const asked = new Set(used.filter(({ node }) => !isUsed(node)).map(({ name }) => name));
  return used
    .filter(({ name }) => !asked.has(name))
    .map(({ node, name, version }) =>
      toFinding(syntax, node, toBrokenRule('newer-function', name, version)),
    );

  /** `RegExp.escape` or `URLPattern`, unless the file has declared that itself. */
  function globalNameOf(node: Node): string | undefined {
    if (node.type === 'MemberExpression') {
      const { object, property, computed } = node;
      const isGlobal = object.type === 'Identifier' && !names.variableOf(object);
      return isGlobal ? `${object.name}.${keyOf(property, computed)}` : undefined;
    }
    if (node.type !== 'Identifier' || names.variableOf(node)) return undefined;
    const { parent } = node;
    const isKey =
      (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
      (parent?.type === 'Property' && parent.key === node && !parent.shorthand);
    return isKey ? undefined : node.name;
  }
}

/** Whether code uses a value, which throws if there is none: calls it, or reads a member of it. */
const isUsed = ({ parent, start }: Node): boolean =>
  ((parent?.type === 'CallExpression' || parent?.type === 'NewExpression') &&
    parent.callee.start === start) ||
  (parent?.type === 'MemberExpression' && parent.object.start === start && !parent.optional);
