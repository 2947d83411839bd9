import { Visitor, type Statement } from 'oxc-parser';
import type { ActionSource } from '../parse-action.ts';
import { editCalls, type Edit, type Kind } from './kind.ts';

/** Mistakes in what runs, and when. */
export const flowKinds: readonly Kind[] = [
  { name: 'crash after the last call', findEdits: (action) => [crashAtEnd(action)] },
  { name: 'no `await`', findEdits: dropAwaits },
  { name: 'no `return`', findEdits: dropReturns },
  { name: 'handler that is not `async`', findEdits: (action) => [dropAsync(action)] },
  {
    name: 'refusal that comes late',
    findEdits: (action) => editCalls(action, /access|validation/, toLate),
  },
  {
    name: 'change that comes late',
    findEdits: (action) => editCalls(action, /user|cache\.set/, toLate),
  },
  {
    name: 'method that does not exist',
    findEdits: (action) =>
      editCalls(action, /./, ({ source }) => source.replace(/^api\.\w+\.\w+/, '$&d')),
  },
];

function crashAtEnd({ body: { body, end } }: ActionSource): Edit {
  const last = body.at(-1);
  const isEnd = last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement';
  const at = isEnd ? last.start : end - 1;
  return { start: at, end: at, replacement: "throw new Error('boom');\n" };
}

function dropAwaits({ program, text }: ActionSource): readonly Edit[] {
  const edits: Edit[] = [];
  new Visitor({
    AwaitExpression({ start, end, argument }) {
      edits.push({ start, end, replacement: text.slice(argument.start, argument.end) });
    },
  }).visit(program);
  return edits;
}

function dropReturns({ program, text, body }: ActionSource): readonly Edit[] {
  const edits: Edit[] = [];
  const final = findFinal(body.body);
  new Visitor({
    ReturnStatement(statement) {
      if (final.has(statement)) return;
      const { start, end, argument } = statement;
      const replacement = argument ? `${text.slice(argument.start, argument.end)};` : ';';
      edits.push({ start, end, replacement });
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

/** Without the word, or if the handler awaits something, in a function that returns its promise. */
function dropAsync({ handler: { start, end }, text }: ActionSource): Edit {
  const source = text.slice(start, end);
  const replacement = source.includes('await ')
    ? `(event, api) => (${source})(event, api)`
    : source.replace(/^async /, '');
  return { start, end, replacement };
}

/** After fifty turns of pending promises, such as after a request that is not awaited. */
const toLate = ({ source }: { readonly source: string }): string =>
  `void (async () => { for (let turn = 0; turn < 50; turn += 1) await null; ${source}; })()`;
