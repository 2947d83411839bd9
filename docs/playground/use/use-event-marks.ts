import { onBeforeUnmount, onMounted, shallowRef, watch, type ShallowRef } from 'vue';
import type { RemoteTypeService } from '../check/start-type-service.ts';
import { readChanges } from '../state/to-event.ts';
import { fromTypes, type Mark } from '../view/to-marks.ts';

/** How long after the last edit the event is checked. */
const pauseMs = 300;

/** The marks on the lines of the changes to an event: what is not an event, and what the compiler finds. */
export function useEventMarks(
  json: () => string,
  service: ShallowRef<RemoteTypeService | undefined>,
): ShallowRef<readonly Mark[]> {
  const marks = shallowRef<readonly Mark[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function check(): Promise<void> {
    const checked = json();
    const read = readChanges(checked);
    if (read.type === 'broken') {
      marks.value = [{ tone: 'error', rule: 'event', line: read.line, text: read.sentence }];
      return;
    }
    marks.value = [];
    const findings = (await service.value?.event.check(checked)) ?? [];
    if (checked === json()) marks.value = fromTypes(findings, checked);
  }
  const checkSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), pauseMs);
  };
  watch([json, service], checkSoon);
  onMounted(checkSoon);
  onBeforeUnmount(() => clearTimeout(timer));
  return marks;
}
