import type {
  ArrowFunctionExpression,
  Expression,
  Function,
  ObjectProperty,
  Program,
  Statement,
} from 'oxc-parser';
import { handlerName } from '@signup-actions/runtime-core/internal';
import { findExport, type MissingExport } from './find-export.ts';
import { keyOf } from './local-functions.ts';
import { oncePer } from './once-per.ts';
import { findNearName } from '../../near-name.ts';

/** The handler that a module exports, as far as its source shows. */
export type FoundHandler =
  | HandlerFunction
  | { readonly type: 'not-a-function'; readonly start: number }
  | MissingHandler
  /** The export is computed, by a bundler or a call: only running the code would tell. */
  | { readonly type: 'unclear' };

/** Nothing is exported as the handler. */
export interface MissingHandler extends Pick<MissingExport, 'hasDefault' | 'other' | 'start'> {
  readonly type: 'missing';
  /** The function that is the whole module instead, as in version 1 of the trigger, in Hooks and in Rules. */
  readonly whole?: HandlerFunction['node'];
}

/** A handler that is written as a function. */
export interface HandlerFunction {
  readonly type: 'function';
  readonly node: Function | ArrowFunctionExpression;
  /** The property that holds it, if it is in an object: `{ async name() {} }`. */
  readonly property?: ObjectProperty | undefined;
  /** Offsets that a doc comment for the handler can precede. */
  readonly starts: readonly number[];
  /** Whether the code, not only a comment, gives it a type. */
  readonly isTyped: boolean;
}

/** Finds the handler of a module, following names and type assertions. */
export const findHandler: (program: Program) => FoundHandler = oncePer(resolveHandler);

function resolveHandler(program: Program): FoundHandler {
  const declarations = new Map(program.body.flatMap(toDeclared));
  const found = findExport(program);
  if (found.type === 'name') return resolveName(found.name, { starts: [], isTyped: false });
  if (found.type === 'unclear') return found;
  if (found.type === 'missing') {
    const { whole, ...missing } = found;
    const resolved = whole && resolve(whole, { starts: [], isTyped: false });
    if (!resolved || whole?.type === 'ClassExpression') return missing;
    return resolved.type === 'function'
      ? { ...missing, whole: resolved.node }
      : { type: 'unclear' };
  }
  const { value, start, property } = found;
  const starts = property ? [start, property.start] : [start];
  return resolve(value, { property, starts, isTyped: false });

  function resolveName(name: string, { starts: earlier, isTyped }: Context): FoundHandler {
    const declared = declarations.get(name);
    // Names can refer to one another in a circle.
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

/** Whether a name that is exported instead of the handler's is for another trigger, and not misspelled. */
export const isOtherTrigger = (name: string): boolean =>
  findNearName(name, [handlerName]) === undefined;

/** Whether the handler expects one object, as no trigger passes: `async ({ event, api }) => …`. */
export function takesOneObject(handler: FoundHandler): boolean {
  if (handler.type !== 'function') return false;
  const [first, ...others] = handler.node.params;
  return (
    first?.type === 'ObjectPattern' &&
    others.length === 0 &&
    first.properties.some(
      (property) =>
        property.type === 'Property' &&
        /^(api|event)$/.test(keyOf(property.key, property.computed) ?? ''),
    )
  );
}

/** Whether the handler names the api first: `async (api, event) => …`. */
export function isSwapped(handler: FoundHandler): boolean {
  if (handler.type !== 'function') return false;
  const [first, second] = handler.node.params.map((parameter) =>
    parameter.type === 'Identifier' ? parameter.name : '',
  );
  return first === 'api' && second === 'event';
}

/** Whether the handler has the parameters of a Rule or a Hook: `async (user, context, cb) => …`. */
export function isOfHook(handler: FoundHandler): boolean {
  if (handler.type !== 'function') return false;
  const [first, second] = handler.node.params.map((parameter) =>
    parameter.type === 'Identifier' ? parameter.name : '',
  );
  return first === 'user' && second === 'context';
}

/** What is known on the way to a handler. */
type Context = Pick<HandlerFunction, 'property' | 'starts' | 'isTyped'>;

/** What a name at the top of a module is declared as. */
interface Declared {
  readonly value: Expression | Function;
  /** Start of the statement, including its `export`. */
  readonly start: number;
  /** Whether the name has a type annotation. */
  readonly isTyped: boolean;
}

/** The functions and initialised variables that a statement declares, by name. */
function toDeclared(statement: Statement | Program['body'][number]): [string, Declared][] {
  const { start } = statement;
  const declaration =
    statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type === 'FunctionDeclaration' && declaration.id) {
    return [[declaration.id.name, { value: declaration, start, isTyped: false }]];
  }
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init
      ? [[id.name, { value: init, start, isTyped: Boolean(id.typeAnnotation) }]]
      : [],
  );
}
