import type { MemberExpression, Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { moduleOf } from '../promises/requests.ts';
import { constantOf, keyOf } from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';

const responseOfAxios = new Set(['data', 'status', 'statusText', 'headers', 'config', 'request']);

/** What is right for a field that the response of a client does not have. */
const instead = {
  axios: {
    body: 'write WRITTEN.data',
    json: 'write WRITTEN.data',
    ok: 'axios throws for a status that is not 2xx',
    statusCode: 'write WRITTEN.status',
    text: 'write WRITTEN.data',
  },
  fetch: { data: 'write (await WRITTEN.json())', statusCode: 'write WRITTEN.status' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** Finds a part of the response's body that is read from the response itself. */
export const responseField: Rule = ({ syntax }, report) => {
  const { names, textOf } = syntax;
  return {
    MemberExpression({ object, property, computed }: MemberExpression) {
      const field = keyOf(property, computed);
      if (object.type !== 'Identifier' || field === undefined || field in Object.prototype) return;
      const client = clientOf(constantOf(names.variableOf(object)));
      if (!client || (client === 'axios' && responseOfAxios.has(field))) return;
      const hints: Readonly<Record<string, string>> = instead[client];
      const other = client === 'axios' ? `write WRITTEN.data.${field}` : undefined;
      const hint = Object.hasOwn(hints, field) ? hints[field] : other;
      if (hint === undefined) return;
      const written = textOf(object);
      report(
        object.parent ?? object,
        toSentence('response-field', written, field, hint.replace('WRITTEN', written)),
      );
    },
  };

  /** The client that `await axios.get(…)` or `await fetch(…)` asks; absent for anything else. */
  function clientOf(value: Node | undefined): 'axios' | 'fetch' | undefined {
    if (value?.type !== 'AwaitExpression' || value.argument.type !== 'CallExpression')
      return undefined;
    const { callee } = value.argument;
    if (callee.type === 'Identifier' && callee.name === 'fetch' && !names.variableOf(callee))
      return 'fetch';
    const method =
      callee.type === 'MemberExpression' ? keyOf(callee.property, callee.computed) : 'request';
    const root = callee.type === 'MemberExpression' ? callee.object : callee;
    if (root.type !== 'Identifier' || moduleOf(root, names) !== 'axios' || isIntercepted())
      return undefined;
    return /^(get|post|put|patch|delete|head|options|request)$/.test(method ?? '')
      ? 'axios'
      : undefined;
  }

  /** An interceptor may return anything. */
  function isIntercepted(): boolean {
    return syntax.source.includes('interceptors');
  }
};
