import {
  parseSync,
  Visitor,
  type ArrowFunctionExpression,
  type CallExpression,
  type Function,
  type FunctionBody,
} from 'oxc-parser';

/** A place in a source. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A call of a method of the api. */
export interface ApiCall extends Span {
  /** Such as `access.deny`. */
  readonly method: string;
  readonly source: string;
  readonly args: readonly (Span & { readonly source: string })[];
}

/** The source of an Action, with what mistakes are made of. */
export interface ActionSource {
  readonly text: string;
  readonly program: ReturnType<typeof parseSync>['program'];
  readonly handler: Function | ArrowFunctionExpression;
  readonly body: FunctionBody;
  readonly calls: readonly ApiCall[];
  /** Names of the secrets that are keys, tokens or passwords. */
  readonly credentials: readonly string[];
}

/** Parses an Action. Throws if it has no handler with a body. */
export function parseAction(file: string, text: string): ActionSource {
  const { program, errors } = parseSync(file, text, { preserveParens: false });
  if (errors.length > 0) throw new Error(`Failed to parse ${file}: ${errors[0]?.message}`);
  const handler = findHandler(program, text);
  const body = handler?.body;
  if (!handler || body?.type !== 'BlockStatement') {
    throw new Error(`Failed to parse ${file}: it has no handler with a body.`);
  }
  const names = [...text.matchAll(/event\.secrets\.(\w+)/g)].map(([, name = '']) => name);
  const credentials = [...new Set(names)].filter((name) => /KEY|TOKEN|PASSWORD/.test(name));
  return { text, program, handler, body, calls: findCalls(program, text), credentials };
}

function findCalls(program: ActionSource['program'], text: string): readonly ApiCall[] {
  const calls: ApiCall[] = [];
  const toPart = ({ start, end }: Span) => ({ start, end, source: text.slice(start, end) });
  new Visitor({
    CallExpression(call: CallExpression) {
      const [, method] = /^api\.(\w+\.\w+)$/.exec(toPart(call.callee).source) ?? [];
      if (method) calls.push({ ...toPart(call), method, args: call.arguments.map(toPart) });
    },
  }).visit(program);
  return calls;
}

/** The function that is exported as the handler: the first one after the entry point's name. */
function findHandler(
  program: ActionSource['program'],
  text: string,
): Function | ArrowFunctionExpression | undefined {
  const from = text.indexOf('onExecutePreUserRegistration');
  let found: Function | ArrowFunctionExpression | undefined;
  const visit = (node: Function | ArrowFunctionExpression): void => {
    if (node.end > from && !found) found = node;
  };
  new Visitor({
    ArrowFunctionExpression: visit,
    FunctionExpression: visit,
    FunctionDeclaration: visit,
  }).visit(program);
  return found;
}
