import type { CallExpression, Node } from 'oxc-parser';
import { isRefusal, isUserChange, methodOf } from '../origins/origin.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import {
  constantOf,
  functionOf,
  isFunction,
  keyOf,
  type LocalFunction,
} from '../syntax/local-functions.ts';
import { withoutCircles } from '../syntax/without-circles.ts';
import type { Names } from '../syntax/names.ts';
import type { RuleSubject } from './rule.ts';

/** What a call does, itself or by the functions of the file that it calls. */
interface Effects {
  readonly refuses?: boolean;
  readonly changesUser?: boolean;
  readonly usesNetwork?: boolean;
}

/** What calls and functions do. */
export interface EffectReader {
  readonly ofCall: (call: CallExpression) => Effects;
  readonly ofFunction: (node: LocalFunction) => Effects;
}

const readers = new WeakMap<RuleSubject, EffectReader>();

/** What each call and function of an Action does; read once for all rules. */
export function readEffects(subject: RuleSubject): EffectReader {
  const known = readers.get(subject) ?? createReader(subject);
  readers.set(subject, known);
  return known;
}

function createReader({ syntax, origins }: RuleSubject): EffectReader {
  const { names } = syntax;
  const calls = syntax.nodes.filter((node) => node.type === 'CallExpression');
  const inside = new Map<LocalFunction, CallExpression[]>();
  for (const call of calls) {
    for (const around of ancestorsOf(call)) {
      if (isFunction(around)) inside.set(around, [...(inside.get(around) ?? []), call]);
    }
  }
  const effects = new Map<LocalFunction, Effects>();

  function ofFunction(node: LocalFunction): Effects {
    const known = effects.get(node);
    if (known) return known;
    // A function may call itself.
    effects.set(node, {});
    const all = Object.assign({}, ...(inside.get(node) ?? []).map(ofCall)) as Effects;
    effects.set(node, all);
    return all;
  }

  function ofCall(call: CallExpression): Effects {
    const method = methodOf(origins.originOf(call.callee));
    if (isRefusal(method)) return { refuses: true };
    if (isUserChange(method)) return { changesUser: true };
    const target = functionOf(call.callee, names);
    if (target) return ofFunction(target);
    return isNetworkCall(call, names) ? { usesNetwork: true } : {};
  }

  return { ofCall, ofFunction };
}

/** Packages whose functions send requests and return promises. */
const clients = /^(axios|got|ky|needle|node-fetch|phin|request-promise|superagent|undici)$/;

/** Whether a call sends a request. */
function isNetworkCall(call: CallExpression, names: Names): boolean {
  const { callee, parent } = call;
  const root = rootOf(callee);
  if (isUndeclared(root, names)) return isFetch(root, callee);
  const name = moduleOf(root, names);
  if (name === undefined || name.startsWith('.')) return false;
  if (clients.test(name)) return true;
  // Other packages: whatever is waited for, except what tidies up.
  return (
    parent?.type === 'AwaitExpression' &&
    !/^(node:)?(crypto|fs|util|path|timers)(\/|$)/.test(name) &&
    !isTidying(call)
  );
}

/** `await client.end()`, or anything in a `finally`. */
function isTidying(call: CallExpression): boolean {
  const { callee } = call;
  const name = callee.type === 'MemberExpression' ? keyOf(callee.property, callee.computed) : '';
  const isInFinally = [...ancestorsOf(call)].some(
    (node) => node.parent?.type === 'TryStatement' && node.parent.finalizer === node,
  );
  return isInFinally || /^(close|destroy|disconnect|end|quit|release)$/.test(name ?? '');
}

/** Whether a call certainly returns the promise of a request, or of its response. */
export function isRequest(call: CallExpression, names: Names): boolean {
  const root = rootOf(call.callee);
  if (isBodyOfResponse(call, names)) return true;
  if (isUndeclared(root, names)) return isFetch(root, call.callee);
  if (call.callee.type === 'MemberExpression' && call.callee.object !== root) return false;
  return clients.test(moduleOf(root, names) ?? '');
}

/** `response.json()` of `const response = await fetch(…)`. */
function isBodyOfResponse({ callee }: CallExpression, names: Names): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  const name = keyOf(callee.property, callee.computed) ?? '';
  if (!/^(arrayBuffer|blob|bytes|formData|json|text)$/.test(name)) return false;
  const value = constantOf(names.variableOf(callee.object));
  if (value?.type !== 'AwaitExpression' || value.argument.type !== 'CallExpression') return false;
  const { callee: called } = value.argument;
  return called.type === 'Identifier' && called.name === 'fetch' && !names.variableOf(called);
}

const isUndeclared = (root: Node, names: Names): boolean =>
  root.type === 'Identifier' && !names.variableOf(root);

const isFetch = (root: Node, callee: Node): boolean =>
  root === callee && root.type === 'Identifier' && root.name === 'fetch';

/** `require('axios')`, which need not have a name. */
const isRequire = (node: Node): boolean =>
  node.type === 'CallExpression' &&
  node.callee.type === 'Identifier' &&
  node.callee.name === 'require';

const rootOf = (node: Node): Node => {
  if (node.type === 'MemberExpression') return rootOf(node.object);
  return node.type === 'CallExpression' && !isRequire(node) ? rootOf(node.callee) : node;
};

/** The package that a name stands for: by `require`, or by what a client of it was made with. */
export const moduleOf: (root: Node, names: Names) => string | undefined = withoutCircles(
  followModule,
  undefined,
);

function followModule(root: Node, names: Names): string | undefined {
  if (isRequire(root)) return requiredIn(root, names);
  const variable = names.variableOf(root);
  const [definition] = variable?.defs ?? [];
  const node = definition?.node as Node | undefined;
  if (definition?.type === 'ImportBinding') {
    const statement = definition.parent as unknown as Node;
    return statement.type === 'ImportDeclaration' ? statement.source.value : undefined;
  }
  if (node?.type !== 'VariableDeclarator') return undefined;
  const value = node.id.type === 'Identifier' ? constantOf(variable) : node.init;
  return value ? requiredIn(value, names) : undefined;
}

function requiredIn(value: Node, names: Names): string | undefined {
  if (value.type === 'MemberExpression') return requiredIn(value.object, names);
  if (value.type === 'NewExpression') return requiredIn(value.callee, names);
  if (value.type === 'Identifier') return moduleOf(value, names);
  if (value.type !== 'CallExpression') return undefined;
  const {
    callee,
    arguments: [name],
  } = value;
  if (callee.type === 'Identifier' && callee.name === 'require') return name && keyOf(name, true);
  return requiredIn(callee, names);
}
