import { nextTick } from 'vue';

/**
 * Focuses the button of the row that takes the place of a removed one, or else the last button, which adds a row: the
 * focused button is gone.
 */
export async function focusAfterRemoval(rows: HTMLElement | null, index: number): Promise<void> {
  await nextTick();
  const removing = rows?.querySelectorAll<HTMLElement>('.pg-icon') ?? [];
  const adding = [...(rows?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1);
  (removing[index] ?? [...removing].at(-1) ?? adding)?.focus();
}
