import { Visitor } from 'oxc-parser';
import type { ActionSource } from '../parse-action.ts';
import { editArguments, editCalls, type Edit, type Kind } from './kind.ts';

const set = /cache\.set/;

/** Mistakes in how an Action uses the cache. */
export const cacheKinds: readonly Kind[] = [
  {
    name: 'number in the cache',
    findEdits: (action) => editArguments(action, set, [1], (value) => `Number(${value})`),
  },
  {
    name: 'object in the cache',
    findEdits: (action) => editArguments(action, set, [1], (value) => `{ count: ${value} }`),
  },
  {
    name: 'cache key that is too long',
    findEdits: (action) => editArguments(action, set, [0], (key) => `${key}.padEnd(65, 'x')`),
  },
  {
    name: 'cache value that is too long',
    findEdits: (action) => editArguments(action, set, [1], (value) => `${value}.padEnd(4097, 'x')`),
  },
  {
    name: 'lifetime that is not a number',
    findEdits: (action) => editArguments(action, set, [2], () => "{ ttl: '1h' }"),
  },
  {
    name: 'record that is deleted later',
    findEdits: (action) =>
      editCalls(
        action,
        set,
        // The value of the call stays what it was.
        ({ source, args: [key] }) => `[${source}, api.cache.delete(${key?.source})][0]`,
      ),
  },
  { name: 'record used as its value', findEdits: useRecords },
];

function useRecords({ program, text }: ActionSource): readonly Edit[] {
  const edits: Edit[] = [];
  new Visitor({
    MemberExpression({ start, end, object, property }) {
      const source = text.slice(object.start, object.end);
      if (!/^(?:record|api\.cache\.get\(.*\))$/.test(source)) return;
      if (text.slice(property.start, property.end) === 'value')
        edits.push({ start, end, replacement: source });
    },
  }).visit(program);
  return edits;
}
