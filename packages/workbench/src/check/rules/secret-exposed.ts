import type { CallExpression, Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { isRequest, moduleOf } from '../promises/requests.ts';
import { methodOf } from '../origins/origin.ts';
import { nodesIn } from '../syntax/link-nodes.ts';
import { constantOf, functionOf, keyOf } from '../syntax/local-functions.ts';
import type { Variable } from '../syntax/names.ts';
import { createExposed, toExposed, type Exposed } from './exposed.ts';
import type { Rule } from './rule.ts';

/** Functions of the file that are followed, each called by the one before. */
const maxSteps = 5;

/**
 * Finds secrets, or the whole event with its secrets, where others read them: the console, the body of a request,
 * metadata and refusals. A single secret in a request is how one logs in to a service, and is fine.
 */
export const secretExposed: Rule = ({ syntax, origins }, report) => {
  const { names, nodes, textOf } = syntax;
  const exposedBy = createExposed(syntax, (node) => {
    const origin = origins.originOf(node);
    return origin && toExposed(origin);
  });
  return {
    CallExpression(call: CallExpression) {
      const written = textOf(call.callee).replaceAll(/\s+/g, '');
      const exposed =
        call.arguments
          .flatMap((argument) => exposedBy(argument))
          .find((what) => isReadByOthers(call, what)) ?? findPassedOn(call, exposedBy, maxSteps);
      if (exposed !== undefined) report(call, toSentence('secret-exposed', written, exposed));
    },
  };

  function isReadByOthers(call: CallExpression, what: Exposed): boolean {
    const { callee } = call;
    const method = methodOf(origins.originOf(callee));
    const isStored = method !== undefined && !method.startsWith('cache.');
    return (
      isStored || isLogged(callee) || (isRequest(call, names) && !what.startsWith('the secret'))
    );
  }

  /** What a function of the file, such as one that writes logs, passes on to where others read it. */
  function findPassedOn(
    { callee, arguments: values }: CallExpression,
    contentOf: (node: Node) => readonly Exposed[],
    steps: number,
  ): Exposed | undefined {
    const target = functionOf(callee, names);
    if (!target || steps === 0) return undefined;
    const received = new Map<Variable, readonly Exposed[]>();
    for (const [index, parameter] of target.params.entries()) {
      // What all calls pass is found inside of the function.
      if (origins.bindings.has(parameter)) continue;
      const isRest = parameter.type === 'RestElement';
      const name = isRest ? parameter.argument : parameter;
      const given = isRest ? values.slice(index) : values.slice(index, index + 1);
      const variable = names.variableOf(name.type === 'AssignmentPattern' ? name.left : name);
      const content = given.flatMap((value) => contentOf(value));
      if (variable && content.length > 0) received.set(variable, content);
    }
    if (received.size === 0) return undefined;
    const contentInside = createExposed(syntax, (node) => {
      const variable = node.type === 'Identifier' ? names.variableOf(node) : undefined;
      return variable && received.get(variable);
    });
    for (const inner of nodesIn(target, nodes)) {
      if (inner.type !== 'CallExpression') continue;
      const content = inner.arguments.flatMap((argument) => contentInside(argument));
      const found =
        content.find((what) => isReadByOthers(inner, what)) ??
        findPassedOn(inner, contentInside, steps - 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** `console.log(…)`, or what a package for logs or reports has instead. */
  function isLogged(callee: Node): boolean {
    if (callee.type === 'Identifier') return isNamedLog(callee);
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
    if (callee.object.name === 'console') return true;
    const method = keyOf(callee.property, callee.computed) ?? '';
    return logging.test(method) && moduleOf(callee.object, names) !== undefined;
  }

  /** `const log = console.log`, with or without `.bind(console)`, or `const { log } = console`. */
  function isNamedLog(name: Node): boolean {
    const variable = names.variableOf(name);
    const value = constantOf(variable);
    const declared = variable?.defs[0]?.node as Node | undefined;
    const from = declared?.type === 'VariableDeclarator' ? declared.init : undefined;
    const isTakenApart = from !== undefined && from !== null && textOf(from) === 'console';
    return isTakenApart || (value !== undefined && /^console\.\w+(\.bind\(|$)/.test(textOf(value)));
  }
};

const logging = /^(captureException|captureMessage|debug|error|fatal|info|log|trace|warn)$/;
