import {
  parseSync,
  Visitor,
  type ArrowFunctionExpression,
  type Function,
  type Statement,
} from 'oxc-parser';

/** A copy of an Action with one mistake in it. */
export interface Mutant {
  readonly mistake: Mistake;
  /** Line of the mistake in the original, from 1. */
  readonly line: number;
  /** The original source at that place, on one line. */
  readonly original: string;
  readonly source: string;
}

type Mistake = 'throw at the end' | 'no await' | 'arguments swapped' | 'no return';

interface Edit {
  readonly mistake: Mistake;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Every mutant of an Action's source, in the order of the source. */
export function mutate(file: string, source: string): readonly Mutant[] {
  return findEdits(file, source)
    .toSorted((a, b) => a.start - b.start)
    .map(({ mistake, start, end, replacement }) => ({
      mistake,
      line: source.slice(0, start).split('\n').length,
      original: source.slice(start, end).replaceAll(/\s+/g, ' '),
      source: source.slice(0, start) + replacement + source.slice(end),
    }));
}

function findEdits(file: string, source: string): readonly Edit[] {
  const { program, errors } = parseSync(file, source, { preserveParens: false });
  if (errors.length > 0) throw new Error(`Failed to parse ${file}: ${errors[0]?.message}`);
  const edits: Edit[] = [];
  const text = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    source.slice(start, end);
  const handler = findHandler(program, source);
  const body = handler?.body;
  if (body?.type !== 'BlockStatement') throw new Error(`${file} has no handler with a body.`);

  const last = body.body.at(-1);
  const isEnd = last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement';
  const end = isEnd ? last.start : body.end - 1;
  edits.push({
    mistake: 'throw at the end',
    start: end,
    end,
    replacement: "throw new Error('boom');\n",
  });
  const final = findFinal(body.body);
  new Visitor({
    AwaitExpression({ start, argument, end: until }) {
      edits.push({ mistake: 'no await', start, end: until, replacement: text(argument) });
    },
    ReturnStatement(statement) {
      if (final.has(statement)) return;
      const replacement = statement.argument ? `${text(statement.argument)};` : ';';
      edits.push({ mistake: 'no return', start: statement.start, end: statement.end, replacement });
    },
    CallExpression({ callee, arguments: [first, second] }) {
      if (!first || !second || !/^api\.\w+\.\w+$/.test(text(callee))) return;
      const between = source.slice(first.end, second.start);
      edits.push({
        mistake: 'arguments swapped',
        start: first.start,
        end: second.end,
        replacement: `${text(second)}${between}${text(first)}`,
      });
    },
  }).visit(program);
  return edits;
}

/** The statements that are the last to run on some path: without a `return` there, nothing else runs. */
function findFinal(statements: readonly Statement[], found = new Set<Statement>()): Set<Statement> {
  const last = statements.at(-1);
  if (!last) return found;
  found.add(last);
  if (last.type === 'BlockStatement') findFinal(last.body, found);
  if (last.type === 'IfStatement') {
    findFinal([last.consequent], found);
    if (last.alternate) findFinal([last.alternate], found);
  }
  if (last.type === 'TryStatement') {
    findFinal(last.block.body, found);
    if (last.handler) findFinal(last.handler.body.body, found);
  }
  return found;
}

/** The function that is exported as the handler: the first one after the entry point's name. */
function findHandler(
  program: ReturnType<typeof parseSync>['program'],
  source: string,
): Function | ArrowFunctionExpression | undefined {
  const from = source.indexOf('onExecutePreUserRegistration');
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
