import { relative } from 'node:path';
import type { Lines, SecretSearch } from '@signup-actions/runtime-core/internal';
import type { LoadedAction, Place } from '@signup-actions/workbench';
import { paint } from './paint.ts';

/** Returns a function that shows the source at a place in these Actions, without the values of secrets. */
export const createSourceFormat =
  (actions: readonly LoadedAction[], search: SecretSearch) =>
  (place: Place | undefined): Lines => {
    const action = place && actions[place.action];
    if (!action) return [];
    const line = action.source.split('\n')[place.line - 1]?.trim() ?? '';
    const shown = `${relative(process.cwd(), action.file)}:${place.line}`;
    return [`      ${paint('faint', `${shown} │`)} ${search.redact(line)}`];
  };
