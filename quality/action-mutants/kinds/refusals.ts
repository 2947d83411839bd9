import { Visitor } from 'oxc-parser';
import type { ActionSource } from '../parse-action.ts';
import { editArguments, editCalls, type Edit, type Kind } from './kind.ts';

const refusals = /access\.deny|validation\.error/;
const both = [0, 1];

/** Mistakes in how an Action refuses. */
export const refusalKinds: readonly Kind[] = [
  {
    name: 'arguments swapped',
    findEdits: (action) =>
      editCalls(action, /./, ({ source, args: [first, second] }) =>
        first && second
          ? `${source.slice(0, source.indexOf('(') + 1)}${second.source}, ${first.source})`
          : undefined,
      ),
  },
  {
    name: 'refusal with one argument',
    findEdits: (action) =>
      editCalls(action, refusals, ({ method, args: [first] }) => `api.${method}(${first?.source})`),
  },
  {
    name: 'Error as a string',
    findEdits: (action) => editArguments(action, refusals, both, (text) => `new Error(${text})`),
  },
  {
    name: 'promise as a string',
    findEdits: (action) =>
      editArguments(action, refusals, both, (text) => `Promise.resolve(${text})`),
  },
  {
    name: '`undefined` joined to a string',
    findEdits: (action) =>
      editArguments(action, refusals, both, (text) => `${text} + ' ' + event.user.shoe_size`),
  },
  {
    name: 'secret in a string',
    findEdits: (action) =>
      action.credentials.flatMap((name) =>
        editArguments(action, refusals, both, (text) => `${text} + event.secrets.${name}`),
      ),
  },
  {
    name: 'string over 100 characters',
    findEdits: (action) =>
      editArguments(action, /validation\.error/, both, (text) => `${text}.padEnd(101, 'x')`),
  },
  { name: 'swallowed validation error', findEdits: swallowErrors },
];

/** The error of a string that is too long is caught, so that the Action goes on. */
function swallowErrors({ program, text }: ActionSource): readonly Edit[] {
  const edits: Edit[] = [];
  new Visitor({
    ReturnStatement({ start, end }) {
      const source = text.slice(start, end);
      if (!source.includes('api.validation.error(')) return;
      const tooLong = source.replace(/,?\s*\);$/, ".padEnd(101, 'x'));");
      edits.push({ start, end, replacement: `try { ${tooLong} } catch {}` });
    },
  }).visit(program);
  return edits;
}
