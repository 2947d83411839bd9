import type {
  ArrowFunctionExpression,
  Expression,
  Function,
  ObjectProperty,
  Program,
} from 'oxc-parser';
import { findDeclarations } from './declarations.ts';
import { findExport } from './find-export.ts';

/** The handler that a module exports, as far as its text shows. */
export type FoundHandler =
  | HandlerFunction
  | { readonly type: 'not-a-function'; readonly start: number }
  | { readonly type: 'missing' }
  /** What is exported is computed, by a bundler or by a call: nothing can be said without running it. */
  | { readonly type: 'unclear' };

/** A handler that is written as a function. */
export interface HandlerFunction {
  readonly type: 'function';
  readonly node: Function | ArrowFunctionExpression;
  /** Where it stands in an object, `{ async name() {} }`. */
  readonly property?: ObjectProperty | undefined;
  /** Where the code begins that a comment on it stands before. */
  readonly starts: readonly number[];
  /** Whether the code gives it a type, other than in a comment. */
  readonly isTyped: boolean;
}

/** Finds the handler of a module, behind the names and the types that are put on it. */
export function findHandler(program: Program): FoundHandler {
  const declarations = findDeclarations(program);
  const found = findExport(program);
  if (found.type === 'name') return resolveName(found.name, { starts: [], isTyped: false });
  if (found.type !== 'value') return { type: found.type };
  const { value, start, property } = found;
  const starts = property ? [start, property.start] : [start];
  return resolve(value, { property, starts, isTyped: false });

  function resolveName(name: string, { starts: earlier, isTyped }: Context): FoundHandler {
    const declared = declarations.get(name);
    // A module may name itself in a circle.
    if (!declared || earlier.includes(declared.start)) return { type: 'unclear' };
    return resolve(declared.value, {
      starts: [...earlier, declared.start],
      isTyped: isTyped || declared.isTyped,
    });
  }

  function resolve(expression: Expression | Function, context: Context): FoundHandler {
    switch (expression.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression': {
        const handlerStarts = [...context.starts, expression.start];
        return { type: 'function', node: expression, ...context, starts: handlerStarts };
      }
      case 'Identifier':
        return resolveName(expression.name, context);
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
        return resolve(expression.expression, { ...context, isTyped: true });
      case 'AssignmentExpression':
        return resolve(expression.right, context);
      case 'ArrayExpression':
      case 'ClassExpression':
      case 'Literal':
      case 'ObjectExpression':
      case 'TemplateLiteral':
        return { type: 'not-a-function', start: expression.start };
      default:
        return { type: 'unclear' };
    }
  }
}

/** What the way to a handler has shown. */
type Context = Pick<HandlerFunction, 'property' | 'starts' | 'isTyped'>;
