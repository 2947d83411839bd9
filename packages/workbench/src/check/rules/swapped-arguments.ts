import type { CallExpression } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { isMistaken } from '../origins/bind-parameters.ts';
import { functionOf } from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';

/** Finds calls of the file's own functions that pass the api where they expect the event, and the other way round. */
export const swappedArguments: Rule = ({ syntax, origins }, report) => ({
  CallExpression(call: CallExpression) {
    const target = functionOf(call.callee, syntax.names);
    const isSwapped = target?.params.some((parameter, index) => {
      const argument = call.arguments[index];
      return argument !== undefined && isMistaken(parameter, origins.receivedFrom(argument));
    });
    if (!target || isSwapped !== true) return;
    const expected = target.params.map((parameter) => syntax.textOf(parameter)).join(', ');
    const written = syntax.textOf(call.callee);
    report(call, toSentence('wrong-kind', written, `(${expected}), in this order`));
  },
});
