import type { CallExpression, Node } from 'oxc-parser';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { constantOf, keyOf } from '../syntax/local-functions.ts';
import type { Names } from '../syntax/names.ts';
import { withoutCircles } from '../syntax/without-circles.ts';

/** Packages whose functions send requests and return promises. */
const clients = /^(axios|got|ky|needle|node-fetch|phin|request-promise|superagent|undici)$/;

/** Those whose promises have methods of their own, as in `got(url).json()`. */
const fluentClients = /^(got|ky|needle|phin|request-promise|superagent)$/;

/** The functions of these packages that send a request. The others prepare one, or look at an error. */
const sends =
  /^(default|del|delete|fetch|get|head|options|patch|patchForm|post|postForm|put|putForm|request)$/;

/** Packages whose functions call what they are given before they return. */
const atOnce = /^(collect\.js|immutable|lodash|radash|rambda|ramda|remeda|underscore)(?![a-z])/;

/** The package that calls a callback later, such as that of `dns.lookup(…)`; absent if none does. */
export function laterModuleOf(callee: Node, names: Names): string | undefined {
  const root = callee.type === 'MemberExpression' ? callee.object : callee;
  const name = root.type === 'Identifier' ? moduleOf(root, names) : undefined;
  return name !== undefined && atOnce.test(name) ? undefined : name;
}

/** Whether a call sends a request. */
export function isNetworkCall(call: CallExpression, names: Names): boolean {
  const { callee, parent } = call;
  const root = rootOf(callee);
  if (isUndeclared(root, names)) return isFetch(root, callee);
  const name = moduleOf(root, names);
  if (name === undefined || name.startsWith('.')) return false;
  if (clients.test(name)) return isRequest(call, names);
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
  if (isBodyOfFetch(call.callee, names)) return true;
  if (isUndeclared(root, names)) return isFetch(root, call.callee);
  const name = calledName(call.callee, root, names);
  return name !== undefined && sends.test(name) && clients.test(moduleOf(root, names) ?? '');
}

/** Whether what a request returns has methods besides those of a promise. */
export const isFluent = ({ callee }: CallExpression, names: Names): boolean =>
  fluentClients.test(moduleOf(rootOf(callee), names) ?? '');

/** What a package calls the function that is called: `get`, or `default` for the package itself. */
function calledName(callee: Node, root: Node, names: Names): string | undefined {
  if (callee === root) {
    const definition = names.variableOf(root)?.defs[0];
    const place = (definition?.name as Node | undefined)?.parent;
    if (place?.type === 'Property') return keyOf(place.key, place.computed);
    return place?.type === 'ImportSpecifier' ? keyOf(place.imported, false) : 'default';
  }
  if (callee.type !== 'MemberExpression') return undefined;
  const { object } = callee;
  // What a compiler writes: `axios_1.default.get(…)`.
  const isPackage =
    object === root ||
    (object.type === 'MemberExpression' &&
      object.object === root &&
      keyOf(object.property, object.computed) === 'default');
  return isPackage ? keyOf(callee.property, callee.computed) : undefined;
}

/** `response.json` of `const response = await fetch(…)`, or `(await fetch(…)).json`. */
export function isBodyOfFetch(callee: Node, names: Names): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const name = keyOf(callee.property, callee.computed) ?? '';
  if (!/^(arrayBuffer|blob|bytes|formData|json|text)$/.test(name)) return false;
  const { object } = callee;
  const value = object.type === 'Identifier' ? constantOf(names.variableOf(object)) : object;
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
