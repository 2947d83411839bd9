import type { MemberExpression, Node, VariableDeclarator } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { functionAround, keyOf } from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';

/** What tools and libraries ask for, and take as absent if it is not there. */
const ofTools = /^(CI|DEBUG|FORCE_COLOR|HOME|NO_COLOR|PATH|TERM|TZ|(NODE|JEST|VITEST|npm)(_\w+)?)$/;

/** Finds settings that the code expects in the environment, which is the platform's: an Action has secrets. */
export const processEnv: Rule = ({ syntax, origins }, report) => {
  const { names, textOf } = syntax;
  return {
    MemberExpression(node: MemberExpression) {
      const name = keyOf(node.property, node.computed);
      if (name !== undefined && isEnv(node.object) && !isOptional(node))
        add(node, textOf(node), name);
    },
    VariableDeclarator({ id, init }: VariableDeclarator) {
      if (id.type !== 'ObjectPattern' || !init || !isEnv(init)) return;
      for (const property of id.properties) {
        const name =
          property.type === 'Property' ? keyOf(property.key, property.computed) : undefined;
        const hasDefault =
          property.type === 'Property' && property.value.type === 'AssignmentPattern';
        if (name !== undefined && !hasDefault) add(property, `process.env.${name}`, name);
      }
    },
  };

  function add(node: Node, written: string, name: string): void {
    if (ofTools.test(name)) return;
    // A library that is bundled into the file knows what it does.
    if (functionAround(node) && !origins.isReachable(node)) return;
    report(node, toSentence('process-env', written, name));
  }

  function isEnv(node: Node): boolean {
    return (
      node.type === 'MemberExpression' &&
      keyOf(node.property, node.computed) === 'env' &&
      node.object.type === 'Identifier' &&
      node.object.name === 'process' &&
      !names.variableOf(node.object)
    );
  }
};

/** Whether the code does something else if there is no such setting, or sets it. */
function isOptional(node: Node): boolean {
  for (const at of ancestorsOf(node)) {
    const { parent } = at;
    if (parent?.type === 'LogicalExpression' || parent?.type === 'UnaryExpression') return true;
    if (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') {
      return parent.test === at;
    }
    if (parent?.type === 'AssignmentExpression') return parent.left === at;
    if (parent?.type !== 'BinaryExpression' && parent?.type !== 'ChainExpression') return false;
  }
  return false;
}
