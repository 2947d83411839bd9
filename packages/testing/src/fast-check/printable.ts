import { formatCall } from '@signup-actions/runtime-core/internal';
import fc from 'fast-check';
import type { Script, ScriptCall } from './script.ts';

/** A script that fast-check prints as the source of the Action that `actionFrom` makes of it. */
export const printable = (script: Script): Script =>
  Object.defineProperty(script, fc.toStringMethod, { value: () => formatScript(script) });

/** A call that fast-check prints as source. */
export const printableCall = (call: ScriptCall): ScriptCall =>
  Object.defineProperty(call, fc.toStringMethod, { value: () => formatCall(call) });

function formatScript(script: Script): string {
  const lines = script.map((call) => `  ${formatCall(call)};\n`);
  return `async (event, api) => {${lines.length > 0 ? '\n' : ''}${lines.join('')}}`;
}
