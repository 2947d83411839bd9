import { loadTranspiler, type Transpiler } from '@signup-actions/workbench';
import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import { isTypeScript, toJavaScript, type JavaScript } from '../check/to-javascript.ts';
import type { ModuleState } from '../state/playground-state.ts';

/** The JavaScript of each source. What transpiles TypeScript is loaded for the first that is written in it. */
export function useJavaScript(
  sources: ComputedRef<readonly ModuleState[]>,
): ComputedRef<readonly (JavaScript | undefined)[]> {
  const transpiler = shallowRef<Transpiler>();
  watch(
    () => sources.value.some(isTypeScript),
    async (isNeeded) => {
      // Without it, a run says what is wrong.
      if (isNeeded) transpiler.value ??= await loadTranspiler().catch(() => undefined);
    },
    { immediate: true },
  );
  return computed(() => sources.value.map((source) => toJavaScript(source, transpiler.value)));
}
