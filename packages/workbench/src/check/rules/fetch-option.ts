import type { CallExpression, ObjectProperty } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { isOfOtherClients, toFetchHint } from '../promises/fetch-options.ts';
import { constantOf, keyOf } from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';

/** Finds options of other clients that are passed to `fetch`, which ignores them: where they are written, or by their name. */
export const fetchOption: Rule = ({ syntax: { names }, origins }, report) => ({
  CallExpression(call: CallExpression) {
    const [, options] = call.arguments;
    const isFetch = call.callee.type === 'Identifier' && call.callee.name === 'fetch';
    if (!isFetch || names.variableOf(call.callee) || !options) return;
    const value = options.type === 'Identifier' ? constantOf(names.variableOf(options)) : options;
    if (value?.type !== 'ObjectExpression' || !origins.isReachable(call)) return;
    for (const property of value.properties) {
      if (property.type === 'Property' && isObjectAsBody(property)) {
        const body = 'a string as its body, not an object: pass JSON.stringify(…)';
        report(property, toSentence('wrong-kind', 'fetch', body));
      }
      const option = property.type === 'Property' && keyOf(property.key, property.computed);
      if (option === false || option === undefined || !isOfOtherClients(option)) continue;
      report(property, toSentence('fetch-option', option, toFetchHint(option)));
    }
  },
});

/** `body: { email }`, which is sent as [object Object]. */
const isObjectAsBody = ({ key, computed, value }: ObjectProperty): boolean =>
  keyOf(key, computed) === 'body' && value.type === 'ObjectExpression';
