import type { CallExpression } from 'oxc-parser';
import { isRefusal, isUserChange, methodOf } from '../origins/origin.ts';
import { isNetworkCall } from '../promises/requests.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { functionOf, isFunction, type LocalFunction } from '../syntax/local-functions.ts';
import { oncePer } from '../syntax/once-per.ts';
import type { RuleSubject } from './rule.ts';

/** What a call does, itself or by the functions of the file that it calls. */
interface Effects {
  readonly refuses?: boolean;
  readonly changesUser?: boolean;
  readonly usesNetwork?: boolean;
}

/** What calls and functions do. */
export interface EffectReader {
  readonly ofCall: (call: CallExpression) => Effects;
  readonly ofFunction: (node: LocalFunction) => Effects;
}

/** What each call and function of an Action does; read once for all rules. */
export const readEffects: (subject: RuleSubject) => EffectReader = oncePer(createReader);

function createReader({ syntax, origins }: RuleSubject): EffectReader {
  const { names } = syntax;
  const calls = syntax.nodes.filter((node) => node.type === 'CallExpression');
  const inside = new Map<LocalFunction, CallExpression[]>();
  for (const call of calls) {
    for (const around of ancestorsOf(call)) {
      if (isFunction(around)) inside.set(around, [...(inside.get(around) ?? []), call]);
    }
  }
  const effects = new Map<LocalFunction, Effects>();

  function ofFunction(node: LocalFunction): Effects {
    const known = effects.get(node);
    if (known) return known;
    // A function may call itself.
    effects.set(node, {});
    const all = Object.assign({}, ...(inside.get(node) ?? []).map(ofCall)) as Effects;
    effects.set(node, all);
    return all;
  }

  function ofCall(call: CallExpression): Effects {
    const method = methodOf(origins.originOf(call.callee));
    if (isRefusal(method)) return { refuses: true };
    if (isUserChange(method)) return { changesUser: true };
    const target = functionOf(call.callee, names);
    if (target) return ofFunction(target);
    return isNetworkCall(call, names) ? { usesNetwork: true } : {};
  }

  return { ofCall, ofFunction };
}
