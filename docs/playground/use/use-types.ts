import { checkSource } from '@signup-actions/workbench';
import { onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { startTypeService, type RemoteTypeService } from '../check/start-type-service.ts';
import { acornParser } from '../check/acorn-parser.ts';
import { fromFindings, fromTypes, type Mark } from '../view/to-marks.ts';

/** The findings in the selected source, and the compiler. */
export interface Types {
  readonly state: Ref<'failed' | 'loading' | 'ready'>;
  readonly service: ShallowRef<RemoteTypeService | undefined>;
  /** Marks on the lines of the selected source. */
  readonly marks: ShallowRef<readonly Mark[]>;
}

/** How long after the last edit the source is checked. */
const pauseMs = 500;

/** Loads the compiler after the page, and checks the source after each edit. */
export function useTypes(source: () => string): Types {
  const state: Types['state'] = ref('loading');
  const service: Types['service'] = shallowRef();
  const marks: Types['marks'] = shallowRef([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopTypes: (() => void) | undefined;
  let starting: ReturnType<typeof setTimeout> | undefined;

  async function check(): Promise<void> {
    const checked = source();
    const { findings } = checkSource(acornParser, { file: 'action.js', source: checked });
    marks.value = fromFindings(findings);
    // Code that does not parse has no types.
    if (!service.value || findings.some(({ rule }) => rule === 'syntax')) return;
    const typeFindings = await service.value.check(checked);
    if (checked === source()) {
      marks.value = [...fromFindings(findings), ...fromTypes(typeFindings, checked)];
    }
  }
  function checkSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), pauseMs);
  }
  async function load(): Promise<void> {
    const { service: starts, stop } = startTypeService();
    stopTypes = stop;
    try {
      service.value = await starts;
      state.value = 'ready';
    } catch {
      state.value = 'failed';
    }
    await check();
  }

  watch(source, checkSoon);
  onMounted(() => {
    checkSoon();
    // The page first: the compiler is large, and a visitor may only want to look around.
    starting = setTimeout(() => void load(), 1_000);
  });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    clearTimeout(starting);
    stopTypes?.();
  });
  return { state, service, marks };
}
