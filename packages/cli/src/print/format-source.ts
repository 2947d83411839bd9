import { relative } from 'node:path';
import type { Lines } from '@signup-actions/runtime-core';
import type { SecretSearch } from '@signup-actions/runtime-core/internal';
import type { LoadedAction } from '../load/action-source.ts';
import { paint } from './paint.ts';

/** Shows places in the sources of the Actions. */
export interface SourceFormat {
  /** A place `file:line:column`, with the line that stands there. */
  readonly formatSite: (site: string | undefined) => Lines;
  /** The innermost place of an error's stack that is in an Action. */
  readonly formatStack: (stack: string | undefined) => Lines;
}

/** For these Actions, without the secrets' values. */
export function createSourceFormat(
  actions: readonly LoadedAction[],
  search: SecretSearch,
): SourceFormat {
  const formatSite = (site: string | undefined): Lines => {
    const action = actions.find(({ file }) => site?.startsWith(`${file}:`));
    if (!action || site === undefined) return [];
    const [line = 0] = site
      .slice(action.file.length + 1)
      .split(':')
      .map(Number);
    const text = action.source.split('\n')[line - 1]?.trim() ?? '';
    const place = `${relative(process.cwd(), action.file)}:${line}`;
    return [`      ${paint('faint', `${place} │`)} ${search.redact(text)}`];
  };
  const formatStack = (stack = ''): Lines => {
    const places = actions
      .map(({ file }) => ({ file, at: stack.indexOf(`${file}:`) }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at);
    const [first] = places;
    if (!first) return [];
    const [, line] = /^:(\d+)/.exec(stack.slice(first.at + first.file.length)) ?? [];
    return formatSite(`${first.file}:${line}`);
  };
  return { formatSite, formatStack };
}
