import type { ContractCheck } from './contract-check.ts';
import type { HostLaw, HostRun, LawParameters } from './host.ts';

/** The rules that hold for every host, each with the law that checks it. */
const laws = {
  'F1 F2 F3: Actions run in order, and none runs after one that refuses': 'shortCircuit',
  'F2 F3 F5 F6 M6: no refusal is lost: the first one decides, and the flow fails if its Action then throws':
    'refusalKept',
  'R3: deny refuses whatever its arguments are': 'denyAnyhow',
  'R4: a refusal that is rejected because of its arguments fails the flow, even if the error is swallowed':
    'rejectedRefusal',
  'M2 M3 M4: stored metadata is the original with the last write of each key, and null removes a key':
    'aggregation',
  'M2: one, two or many Actions that make the same calls store the same user': 'splitting',
  'F9: an Action’s edits of its event never reach the next Action, the caller or the stored user':
    'eventIsolation',
} as const satisfies Readonly<Record<string, keyof HostLaws>>;

type HostLaws = typeof import('./host-laws.ts');

/**
 * The rules that hold for every host, to check on a host of your own; the engine is held to the same. Needs
 * fast-check, which draws the flows. `parameters` are passed to it.
 *
 * @example
 * ```ts
 * for (const { name, check } of hostContract(signUpOnMyHost)) it(name, check);
 * ```
 */
export const hostContract = (run: HostRun, parameters?: LawParameters): readonly ContractCheck[] =>
  Object.entries(laws).map(([name, law]) => ({
    name,
    check: async () => (await loadLaw(law))(run, parameters),
  }));

/** Loads a law when it is checked, so that the contract of stores can be imported without fast-check. */
async function loadLaw(name: keyof HostLaws): Promise<HostLaw> {
  try {
    return (await import('./host-laws.ts'))[name];
  } catch (cause) {
    throw new Error(
      'Failed to check the host: the laws need fast-check, which cannot be loaded.\nInstall it with npm install --save-dev fast-check.',
      { cause },
    );
  }
}
