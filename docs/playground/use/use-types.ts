import { onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { startTypeService, type RemoteTypeService } from '../check/start-type-service.ts';
import { checkFlow, type FlowCode } from '../check/flow-code.ts';
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

/** Loads the compiler after the page, and checks the selected source after each edit of the flow. */
export function useTypes(flow: () => FlowCode): Types {
  const state: Types['state'] = ref('loading');
  const service: Types['service'] = shallowRef();
  const marks: Types['marks'] = shallowRef([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopTypes: (() => void) | undefined;
  let starting: ReturnType<typeof setTimeout> | undefined;

  async function check(): Promise<void> {
    const checked = flow();
    const { actions, modules, selected } = checked;
    const {
      code: source = '',
      language,
      javascript,
      problem,
    } = [...actions, ...modules][selected] ?? {};
    // What transpiles is not loaded yet.
    if (language && javascript === undefined) return;
    const findings = problem
      ? [{ rule: 'syntax' as const, line: problem.line, message: problem.sentence, file: '' }]
      : (checkFlow(checked, javascript ?? source).selected?.findings ?? []);
    marks.value = fromFindings(findings);
    // Code that does not parse has no types.
    if (!service.value || findings.some(({ rule }) => rule === 'syntax')) return;
    const typeFindings = await service.value.check(source, checked);
    if (JSON.stringify(checked) === JSON.stringify(flow())) {
      marks.value = [...fromFindings(findings), ...fromTypes(typeFindings, source)];
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
      const { check: checkTypes, complete, explain, event } = await starts;
      service.value = {
        check: checkTypes,
        // Editors know their own source only.
        complete: (source, offset) => complete(source, offset, flow()),
        explain: (source, offset) => explain(source, offset, flow()),
        event,
      } as RemoteTypeService;
      state.value = 'ready';
    } catch {
      state.value = 'failed';
    }
    await check();
  }

  watch(() => JSON.stringify(flow()), checkSoon);
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
