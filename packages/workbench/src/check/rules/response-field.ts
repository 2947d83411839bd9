import type { MemberExpression, Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { moduleOf } from '../promises/requests.ts';
import { constantOf, keyOf } from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';

const responseOfAxios = new Set(['data', 'status', 'statusText', 'headers', 'config', 'request']);

/** What an author expects of the response of one client, and another has. */
const responseOfFetch: Readonly<Record<string, string>> = {
  data: 'write (await WRITTEN.json())',
  statusCode: 'write WRITTEN.status',
};

/** Finds a part of the response's body that is read from the response itself. */
export const responseField: Rule = ({ syntax }, report) => {
  const { names, textOf } = syntax;
  return {
    MemberExpression({ object, property, computed }: MemberExpression) {
      const field = keyOf(property, computed);
      if (object.type !== 'Identifier' || field === undefined || field in Object.prototype) return;
      const client = clientOf(constantOf(names.variableOf(object)));
      const written = textOf(object);
      if (client === 'axios' && !responseOfAxios.has(field)) {
        report(
          object.parent ?? object,
          toSentence('response-field', written, field, `write ${written}.data.${field}`),
        );
      }
      const instead = Object.hasOwn(responseOfFetch, field) ? responseOfFetch[field] : undefined;
      if (client === 'fetch' && instead !== undefined) {
        report(
          object.parent ?? object,
          toSentence('response-field', written, field, instead.replace('WRITTEN', written)),
        );
      }
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
