import type { Patch } from './apply-patch.ts';

/** A mistake, and the law that notices it. */
export interface LawPatch extends Patch {
  /** The law: a file beside this folder, without `.test.ts`. */
  readonly law: string;
  /** How the law's name begins, where the file holds several. */
  readonly name?: string;
}

/** Every law is here at least once: a law that none of these can break would hold nothing. */
export const patches: readonly LawPatch[] = [
  {
    law: 'host-contract',
    name: 'M2 M3 M4',
    mistake: 'null is stored in place of removing the property (M4)',
    file: 'folds/user.ts',
    find: 'if (value === null) delete after[key];\n    else setOwn(after, key, value);',
    replace: 'setOwn(after, key, value);',
  },
  {
    law: 'host-contract',
    name: 'M2 M3 M4',
    mistake: 'the first write of a key wins, not the last (M3)',
    file: 'folds/pending-metadata.ts',
    find: 'values.set(key, value);',
    replace: 'if (!values.has(key)) values.set(key, value);',
  },
  {
    law: 'host-contract',
    name: 'M2 M3 M4',
    mistake: 'the key __proto__ sets a prototype (M8)',
    file: 'data/plain-data.ts',
    find: "if (key !== '__proto__') target[key] = value;\n  else",
    replace: 'if (key) target[key] = value;\n  else',
  },
  {
    law: 'host-contract',
    name: 'F1 F2 F3',
    mistake: 'the flow goes on after a refusal (F2)',
    file: 'flow/run-actions.ts',
    find: 'if (flow.recorder.hasRefusal()) return undefined;',
    replace: '',
  },
  {
    law: 'host-contract',
    name: 'F2 F3 F5',
    mistake: 'the last call decides, not the first refusal (F5)',
    file: 'folds/decision.ts',
    find: 'const [refusal] = refusals;',
    replace: 'const refusal = refusals.at(-1);',
  },
  {
    law: 'host-contract',
    name: 'F2 F3 F5',
    mistake: 'a refusal is dropped when its handler throws (F6)',
    file: 'folds/decision.ts',
    find: "if (failure) return { status: 'failed', failure };",
    replace: '',
  },
  {
    law: 'host-contract',
    name: 'R3',
    mistake: 'deny throws over an argument that cannot be printed (R3)',
    file: 'text/describe.ts',
    find: "String(value);\n  } catch {\n    return '[unprintable]';",
    replace: "String(value);\n  } catch {\n    throw new Error('unprintable');",
  },
  {
    law: 'host-contract',
    name: 'R4',
    mistake: 'a swallowed, rejected refusal admits (R4)',
    file: 'folds/refusals.ts',
    find: "call.method === 'access.deny' || call.method === 'validation.error'",
    replace: "!call.error && (call.method === 'access.deny' || call.method === 'validation.error')",
  },
  {
    law: 'host-contract',
    name: 'M2: splitting',
    mistake: 'the changes of one Action only are applied (M2)',
    file: 'record/recorder.ts',
    find: 'changes.add(call);',
    replace: 'if (call.action === calls[0]?.action) changes.add(call);',
  },
  {
    law: 'mock-is-engine',
    mistake: 'the api of a flow seals too early, the mock api does not (F8)',
    file: 'flow/run-actions.ts',
    find: 'let sealed = false;',
    replace: 'let sealed = true;',
  },
  {
    law: 'host-contract',
    name: 'F9',
    mistake: 'every Action gets the same event (F9)',
    file: 'flow/event-copy.ts',
    find: 'copyData({ ...event, secrets, configuration })',
    replace: '{ ...event, secrets, configuration }',
  },
  {
    law: 'host-contract',
    name: 'F9',
    mistake: 'the stored user is the host’s own object (F9)',
    file: 'flow/take-signup.ts',
    find: 'copyData(user)',
    replace: 'Object.assign(user, { injected: true })',
  },
  {
    law: 'accumulator',
    mistake: 'the recorder counts late changes, the fold does not (F8)',
    file: 'record/recorder.ts',
    find: 'changes.add(call);',
    replace: 'changes.add({ ...call, late: undefined } as never);',
  },
  {
    law: 'metadata-size',
    mistake: 'metadata that is too large passes for what fits (M9)',
    file: 'folds/max-json-bytes.ts',
    find: '6 * value.length + 2',
    replace: 'value.length',
  },
];
