import { isDeepStrictEqual } from 'node:util';
import { expectFlow, type ExpectedFlow } from '../model/expect-flow.ts';
import type { Records } from '../model/stored.ts';
import type { Scenario } from '../scripts/script.ts';
import { epochMs, runScenario, type ObservedFlow } from '../world/run-scenario.ts';
import { findBreach } from './always.ts';
import { forgive } from './forgive.ts';
import { fromEngine, fromModel } from './normal.ts';

const storeTimeoutMs = 1_000;

/** Runs a scenario and answers what is wrong with it, if anything. */
export async function checkScenario(scenario: Scenario): Promise<object | undefined> {
  const observed = await runScenario(scenario);
  let stored: Records = new Map();
  for (const [index, flow] of scenario.flows.entries()) {
    const one = observed[index];
    if (!one) return { flow: index, breach: 'it did not run' };
    const expected = expectFlow(flow, scenario, stored, one.witness.startMs() ?? epochMs);
    ({ stored } = expected);
    const found = compare(expected, one, scenario) ?? findBreach(flow, one);
    if (found !== undefined) return { flow: index, found };
  }
  const again = await runScenario(scenario);
  const isSame = again.every((one, index) => textOf(one) === textOf(observed[index]));
  return isSame ? undefined : { breach: 'the same script came to another outcome' };
}

const textOf = (one: ObservedFlow | undefined): string =>
  JSON.stringify([one?.outcome, one?.heardLate, one?.witness.answers]);

function compare(expected: ExpectedFlow, observed: ObservedFlow, { store }: Scenario): unknown {
  const isFaulty = store.length > 0;
  const model = fromModel(isFaulty ? forgive(expected, observed) : expected);
  const engine = fromEngine(observed);
  for (const part of Object.keys(model))
    if (!isDeepStrictEqual(model[part], engine[part]))
      return { part, model: model[part], engine: engine[part] };
  const answers = expected.calls.map((call) => (call.threw ? 'threw' : call.result));
  const wrong = expected.calls.findIndex(
    (call, index) =>
      (call.isSure || !isFaulty) &&
      (call.threw || !call.late) &&
      !isDeepStrictEqual(answers[index], observed.witness.answers[index]),
  );
  if (wrong !== -1 || answers.length !== observed.witness.answers.length)
    return { part: `answer ${wrong}`, model: answers[wrong], engine: observed.witness.answers };
  const waitedMs = observed.tookMs - expected.tookMs;
  if (waitedMs < 0 || waitedMs > storeTimeoutMs) return { breach: `C10: it took ${waitedMs} ms more` };
  return undefined;
}
