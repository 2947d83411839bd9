import { inspect, isDeepStrictEqual } from 'node:util';
import { expectFlow, type ExpectedFlow } from '../model/expect-flow.ts';
import type { Records } from '../model/state.ts';
import type { FlowScript, Scenario } from '../scripts/script.ts';
import { epochMs, runScenario, type ObservedFlow } from '../world/run-scenario.ts';
import { findBreach } from './always.ts';
import { forgive } from './forgive.ts';
import { fromEngine, fromModel } from './normal.ts';

/** The store's time, and what whole milliseconds hide of it. */
const maxWaitMs = 1_000 + 1;

/** Runs a scenario and says what is wrong with it, if anything. */
export async function checkScenario(scenario: Scenario): Promise<string | undefined> {
  const observed = await runScenario(scenario);
  let stored: Records = new Map(
    scenario.found?.map(([key, value, ms]) => [key, { value, expires_at: epochMs + ms }]),
  );
  for (const [index, one] of observed.entries()) {
    const flow = scenario.flows[index] as FlowScript;
    const startMs = one.witness.startMs() ?? epochMs;
    const expected = expectFlow(flow, scenario, stored, startMs, one.tookMs);
    ({ stored } = expected);
    const found = compare(expected, one, scenario) ?? findBreach(flow, one);
    if (found !== undefined) return `Signup ${index}: ${found}`;
  }
  const again = await runScenario(scenario);
  const isSame = again.every((one, index) => textOf(one) === textOf(observed[index]));
  return isSame ? undefined : 'The same script came to another outcome.';
}

const textOf = (one: ObservedFlow | undefined): string =>
  JSON.stringify([{ ...one?.outcome }, one?.heardLate, one?.witness.answers]);

function compare(
  expected: ExpectedFlow,
  observed: ObservedFlow,
  scenario: Scenario,
): string | undefined {
  const allowed = forgive(expected, observed, scenario);
  const model = fromModel(allowed);
  const engine = fromEngine(observed);
  for (const part of Object.keys(model))
    if (!isDeepStrictEqual(model[part], engine[part]))
      return differ(part, model[part], engine[part]);

  const { answers } = observed.witness;
  const { calls } = allowed;
  if (answers.length !== calls.length) return differ('calls', calls.length, answers.length);
  for (const [index, { threw, late, method, result }] of calls.entries()) {
    if (late && !threw) continue;
    const answer = threw ? 'threw' : result;
    if (!isDeepStrictEqual(answer, answers[index]))
      return differ(`the result of ${method}`, answer, answers[index]);
  }
  const waitedMs = observed.tookMs - expected.tookMs;
  return waitedMs < 0 || waitedMs > maxWaitMs
    ? `it waited ${waitedMs} ms for its store (C10)`
    : undefined;
}

const differ = (part: string, model: unknown, engine: unknown): string =>
  `${part}\n  the model expects  ${inspect(model, { depth: 9 })}\n  the engine says    ${inspect(engine, { depth: 9 })}`;
