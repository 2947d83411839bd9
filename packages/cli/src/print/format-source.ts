import { relative } from 'node:path';
import type { Lines } from '@signup-actions/runtime-core';
import type { SecretSearch } from '@signup-actions/runtime-core/internal';
import { findPlace, type LoadedAction } from '@signup-actions/workbench';
import { paint } from './paint.ts';

/** Returns a function that shows the first line of these Actions that a text names, without the values of secrets. */
export const createSourceFormat =
  (actions: readonly LoadedAction[], search: SecretSearch) =>
  /** `text` is a place `file:line:column`, or the stack of an error. */
  (text: string | undefined): Lines => {
    const place = findPlace(text, actions);
    const action = place && actions[place.action];
    if (!action) return [];
    const line = action.source.split('\n')[place.line - 1]?.trim() ?? '';
    const shown = `${relative(process.cwd(), action.file)}:${place.line}`;
    return [`      ${paint('faint', `${shown} │`)} ${search.redact(line)}`];
  };
