import { Visitor, type Expression, type MemberExpression } from 'oxc-parser';
import type { ActionSource } from '../parse-action.ts';
import { atStart, type Edit, type Kind } from './kind.ts';

/** Mistakes in how an Action uses what it receives. */
export const eventKinds: readonly Kind[] = [
  { name: 'field that does not exist', findEdits: renameFields },
  { name: 'no guard against `undefined`', findEdits: dropGuards },
  {
    name: 'secret in the console',
    findEdits: (action) =>
      action.credentials.flatMap((name) => [
        atStart(action, `console.log('asking', event.secrets.${name});`),
        atStart(action, `console.warn(\`key: \${event.secrets.${name}}\`);`),
        atStart(action, 'console.log(event);'),
        atStart(action, 'console.error(JSON.stringify(event));'),
      ]),
  },
];

/** The last property of every path into the event. */
function renameFields({ program, text }: ActionSource): readonly Edit[] {
  const members: MemberExpression[] = [];
  const callees = new Set<Expression>();
  new Visitor({
    CallExpression: ({ callee }) => void callees.add(callee),
    MemberExpression: (member) => void members.push(member),
  }).visit(program);
  const fields = members.filter((member) => !callees.has(member) && isOfEvent(member));
  const inner = new Set(fields.map(({ object }) => object));
  return fields
    .filter((field) => !inner.has(field))
    .map(({ computed, property: { start, end } }) => ({
      start,
      end,
      replacement: computed ? "'shoe-size'" : `${text.slice(start, end)}s`,
    }));
}

function isOfEvent({ object }: MemberExpression): boolean {
  if (object.type === 'MemberExpression') return isOfEvent(object);
  return object.type === 'Identifier' && object.name === 'event';
}

/** `?.` becomes `.`, and `a ?? b` becomes `a`. */
function dropGuards({ program, text }: ActionSource): readonly Edit[] {
  const edits: Edit[] = [];
  new Visitor({
    MemberExpression({ optional, computed, start, end, object }) {
      if (!optional) return;
      const access = text.slice(object.end, end).replace('?.', computed ? '' : '.');
      edits.push({ start, end, replacement: text.slice(object.start, object.end) + access });
    },
    LogicalExpression({ operator, left, start, end }) {
      if (operator !== '??') return;
      edits.push({ start, end, replacement: text.slice(left.start, left.end) });
    },
  }).visit(program);
  return edits;
}
