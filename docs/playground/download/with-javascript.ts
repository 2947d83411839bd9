import { loadTranspiler } from '@signup-actions/workbench';
import { isTypeScript, toJavaScript } from '../check/to-javascript.ts';
import type { ModuleState } from '../state/playground-state.ts';
import type { FlowToSave } from './flow-to-save.ts';

/** A flow with the JavaScript of its TypeScript, which is all that the platform runs. */
export async function withJavaScript(flow: FlowToSave): Promise<FlowToSave> {
  if (![...flow.actions, ...flow.modules].some(isTypeScript)) return flow;
  const transpile = await loadTranspiler();
  const convert = <Source extends ModuleState>(source: Source): Source =>
    isTypeScript(source)
      ? { ...source, javascript: toJavaScript(source, transpile)?.code ?? '' }
      : source;
  return { ...flow, actions: flow.actions.map(convert), modules: flow.modules.map(convert) };
}
