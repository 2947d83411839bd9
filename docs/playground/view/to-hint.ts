import type { Verdict } from '@signup-actions/workbench';

/** Node has globals that a page does not have: such a failure does not happen on the platform. */
export function toHint({
  name,
  message,
}: Readonly<Record<'message' | 'name', string>>): Verdict['lines'] {
  const nodeName = /^(?:Can't find variable: )?(Buffer|process|global|setImmediate)\b/.exec(
    message,
  )?.[1];
  if (name !== 'ReferenceError' || nodeName === undefined) return [];
  const text = `Node has ${nodeName}, but a page does not: run this Action on your machine with signup-actions run.`;
  return [{ label: 'only here', text }];
}
