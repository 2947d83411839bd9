import type { CallExpression, NewExpression, Node, ObjectExpression } from 'oxc-parser';
import {
  constantOf,
  constructorOf,
  functionOf,
  keyOf,
  type LocalFunction,
} from '../syntax/local-functions.ts';
import type { Variable } from '../syntax/names.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import { nameOrigins } from './name-origins.ts';
import type { Origin } from './origin.ts';

/** What a parameter receives: a value with an origin, or an object literal that holds such values. */
export type Received = Origin | { readonly [property: string]: Origin };

/** The parameters that receive the event, the api or a part of them, with what they receive. */
export type Bindings = ReadonlyMap<Node, Received>;

/** What the functions that a module exports receive, by the names of the exports. */
export type ReceivedByExport = ReadonlyMap<string, readonly (Received | undefined)[]>;

/** What is known while parameters are being bound. */
export interface BindingState {
  /** The variables that are bound; grows. */
  readonly bound: Map<Variable, Origin>;
  readonly originOf: (node: Node) => Origin | undefined;
  /** What functions receive from code in another file. */
  readonly external: ReadonlyMap<LocalFunction, readonly (Received | undefined)[]>;
}

/** Calls in a chain of local functions that are followed. */
const maxSteps = 20;

/**
 * Binds the parameters of the handler and of every local function that receives the event or the api: by a call, or by
 * its name if nothing in the file calls it.
 */
export function bindParameters(
  syntax: Syntax,
  { bound, originOf, external }: BindingState,
): Bindings {
  const { handler, names } = syntax;
  const bindings = new Map<Node, Received>();
  const calls = groupCalls(syntax);

  if (handler.type === 'function') bindFunction(handler.node, [['event'], ['api']]);
  for (const [node, received] of external) bindFunction(node, received);
  for (const [node, received] of nameOrigins(syntax, calls)) bindFunction(node, received);
  for (let step = 0, size = -1; step < maxSteps && bindings.size !== size; step += 1) {
    size = bindings.size;
    for (const [target, callsOfTarget] of calls) {
      bindFunction(
        target,
        target.params.map((_, index) => commonValue(callsOfTarget, index)),
      );
    }
  }
  return bindings;

  /** What every call passes at this position; absent if one passes something else. */
  function commonValue(all: readonly Call[], index: number): Received | undefined {
    const [first, ...others] = all.map(({ arguments: values }) =>
      toReceived(values[index], { names, originOf }),
    );
    const isSame = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
    return isSame ? first : undefined;
  }

  function bindFunction(
    { params }: LocalFunction,
    received: readonly (Received | undefined)[],
  ): void {
    for (const [index, parameter] of params.entries()) {
      const value = received[index];
      if (!value || bindings.has(parameter) || isMistaken(parameter, value)) continue;
      bindings.set(parameter, value);
      bindPattern(parameter, value);
    }
  }

  function bindPattern(pattern: Node, value: Received): void {
    if (pattern.type === 'AssignmentPattern') return bindPattern(pattern.left, value);
    if (pattern.type === 'TSParameterProperty') return bindPattern(pattern.parameter, value);
    if (pattern.type === 'Identifier') {
      const variable = names.variableOf(pattern);
      const isConstant = variable?.references.every(
        (reference) => !reference.isWrite() || reference.init,
      );
      if (variable && isConstant && Array.isArray(value)) bound.set(variable, value as Origin);
    }
    if (pattern.type !== 'ObjectPattern') return;
    for (const property of pattern.properties) {
      if (property.type === 'RestElement') {
        if (Array.isArray(value)) bindPattern(property.argument, [...(value as Origin), '…']);
        continue;
      }
      const key = keyOf(property.key, property.computed);
      if (key === undefined) continue;
      const inner = Array.isArray(value)
        ? [...(value as Origin).filter((part) => part !== '…'), key]
        : (value as Readonly<Record<string, Origin>>)[key];
      if (inner) bindPattern(property.value, inner);
    }
  }
}

/** Whether a parameter is called `event` and receives the api, or the other way round, which a rule finds. */
export function isMistaken(parameter: Node, received: Received | undefined): boolean {
  if (parameter.type !== 'Identifier' || !Array.isArray(received)) return false;
  const [root, ...more] = received as Origin;
  const isName = (name = ''): boolean => /^(api|event)$/.test(name);
  return more.length === 0 && isName(root) && isName(parameter.name) && parameter.name !== root;
}

/** What an argument passes: a value with an origin, or an object literal that holds such values. */
export function toReceived(
  argument: Node | undefined,
  { names, originOf }: Pick<BindingState, 'originOf'> & Pick<Syntax, 'names'>,
): Received | undefined {
  if (!argument) return undefined;
  const origin = originOf(argument);
  if (origin) return origin;
  // `const context = { event, api }` may be passed by its name.
  const value = argument.type === 'Identifier' ? constantOf(names.variableOf(argument)) : argument;
  return value?.type === 'ObjectExpression' ? toObject(value, originOf) : undefined;
}

function toObject(
  literal: ObjectExpression,
  originOf: BindingState['originOf'],
): Received | undefined {
  const entries = literal.properties.flatMap((property) => {
    if (property.type !== 'Property') return [];
    const key = keyOf(property.key, property.computed);
    const origin = originOf(property.value);
    return key !== undefined && origin ? [[key, origin] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

type Call = CallExpression | NewExpression;

/** The calls of each function of the file, except those from inside of itself and those of the handler. */
function groupCalls({
  handler,
  names,
  nodes,
}: Syntax): ReadonlyMap<LocalFunction, readonly Call[]> {
  const calls = new Map<LocalFunction, Call[]>();
  for (const node of nodes) {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') continue;
    const target =
      node.type === 'NewExpression'
        ? constructorOf(node.callee, names)
        : functionOf(node.callee, names);
    if (!target || (handler.type === 'function' && target === handler.node)) continue;
    const isInside = node.start >= target.start && node.end <= target.end;
    if (!isInside || node.callee === target)
      calls.set(target, [...(calls.get(target) ?? []), node]);
  }
  return calls;
}
