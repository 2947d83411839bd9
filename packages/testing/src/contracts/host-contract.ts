import type { ContractCheck } from './contract-check.ts';
import { aggregation } from './host-laws/aggregation.ts';
import { denyAnyhow } from './host-laws/deny-anyhow.ts';
import { eventIsolation } from './host-laws/event-isolation.ts';
import type { HostRun, LawParameters } from './host-laws/host.ts';
import { refusalKept } from './host-laws/refusal-kept.ts';
import { rejectedRefusal } from './host-laws/rejected-refusal.ts';
import { shortCircuit } from './host-laws/short-circuit.ts';
import { splitting } from './host-laws/splitting.ts';

const laws = [
  shortCircuit,
  refusalKept,
  denyAnyhow,
  rejectedRefusal,
  aggregation,
  splitting,
  eventIsolation,
];

/**
 * The laws that hold for whoever runs Actions, to be checked on a host of your own. The engine is held to
 * the same. `parameters` go to fast-check: `seed`, `numRuns` and so on.
 *
 * @example
 * ```ts
 * for (const { name, check } of hostContract(signUpOnMyHost)) it(name, check);
 * ```
 */
export const hostContract = (run: HostRun, parameters?: LawParameters): readonly ContractCheck[] =>
  laws.map(({ name, check }) => ({ name, check: () => check(run, parameters) }));
