import { UsageError } from '../usage-error.ts';
import { eventShape, type FieldKind, type FieldKinds } from '@signup-actions/workbench';

/** What the field at this path takes; a part with fields of its own answers them. */
export function findKind(path: readonly string[]): FieldKind | FieldKinds {
  let kind: FieldKind | FieldKinds = eventShape;
  for (const [depth, key] of path.entries()) {
    if (kind === 'open') return kind;
    const parent = depth === 0 ? 'the event' : path.slice(0, depth).join('.');
    if (typeof kind === 'string') {
      throw new UsageError(`Failed to set ${path.join('.')}: ${parent} has no parts to set.`);
    }
    const next: FieldKind | FieldKinds | undefined = Object.hasOwn(kind, key)
      ? kind[key]
      : undefined;
    if (next === undefined) {
      throw new UsageError(
        `Failed to set ${path.join('.')}: ${parent} has no ${key || 'field without a name'}, only ${Object.keys(kind).join(', ')}.`,
      );
    }
    kind = next;
  }
  // The whole of what nobody lists is an object all the same.
  return kind === 'open' ? {} : kind;
}
