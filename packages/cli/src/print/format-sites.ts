import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallSite } from '@signup-actions/runtime-core';
import {
  escapeControls,
  type Lines,
  type SecretSearch,
} from '@signup-actions/runtime-core/internal';
import { listSources, type LoadedAction } from '@signup-actions/workbench';
import { removeOwnFrames } from './own-frames.ts';
import type { Paint } from './paint.ts';

/** What showing places in sources depends on. */
export interface SiteFormat {
  readonly actions: readonly LoadedAction[];
  /** Paths are shown relative to this folder. */
  readonly cwd: string;
  readonly paint: Paint;
  readonly search: SecretSearch;
}

const maxFrames = 5;

/** How much of a line is shown: of a bundled Action it can be the whole file. */
const maxCharacters = 100;

/** The places that the stack of an error names in Actions and the files that they require, the innermost first. */
export function formatStack(stack: string | undefined, format: SiteFormat): Lines {
  const sites = removeOwnFrames(`\n${stack ?? ''}`)
    .split('\n')
    .flatMap((line) => toSite(line) ?? [])
    .filter(({ file }) => !/[\\/]node_modules[\\/]/.test(file))
    // Several frames of one line say no more than the first.
    .filter(
      ({ file, line }, index, all) =>
        file !== all[index - 1]?.file || line !== all[index - 1]?.line,
    );
  return sites.slice(0, maxFrames).flatMap((site) => formatSite(site, format));
}

/** The place that a line of a stack names: a frame, or where code does not parse. */
function toSite(line: string): CallSite | undefined {
  const frame = /^\s+at .*?\(?((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/]).*?):(\d+):(\d+)\)?$/.exec(line);
  const [, path, row, column] = frame ?? /^((?:\/|[A-Za-z]:[\\/]).*):(\d+)()$/.exec(line) ?? [];
  if (path === undefined) return undefined;
  const file = path.startsWith('file://') ? fileURLToPath(path) : path;
  return { file, line: Number(row), column: Number(column || 1) };
}

/** The source at a place, without the values of secrets; nothing if there is no such line. */
export function formatSite(site: CallSite | undefined, format: SiteFormat): Lines {
  if (!site) return [];
  const { actions, cwd, paint, search } = format;
  const { file, line, column } = site;
  const known = listSources(actions).find((candidate) => candidate.file === file);
  const text = (known?.source ?? readSource(file)).split(/\r\n|[\n\r]/)[line - 1];
  if (text === undefined) return [];
  // Transpiling keeps lines, not columns.
  const place = known?.language === 'typescript' ? `${line}` : `${line}:${column}`;
  const shown = escapeControls(`${relative(cwd, file)}:${place}`);
  // Escaped after the secrets are found.
  const source = escapeControls(search.redact(cutLine(text, column)));
  return [`      ${paint('faint', `${shown} │`)} ${source}`];
}

/** What is around the column of a long line. */
function cutLine(text: string, column: number): string {
  const trimmed = text.trim();
  if (trimmed.length <= maxCharacters) return trimmed;
  const start = Math.max(0, Math.min(column - 1 - maxCharacters / 2, text.length - maxCharacters));
  const end = start + maxCharacters;
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}

function readSource(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
