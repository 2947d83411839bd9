import { escapeControls } from '@signup-actions/runtime-core/internal';
import type { Paint } from '../print/paint.ts';
import { toVerdict, type AspectName, type Aspects } from './to-aspects.ts';
import type { ChangedSignup, Comparison } from './compare-signups.ts';

/** How many signups of a group are shown. */
const maxShown = 5;

/** The words for the two sides. */
export interface Sides {
  readonly before: string;
  readonly after: string;
  /** The verb for signups that are not the same on both sides. */
  readonly verb: 'change' | 'differ';
}

/** A part as it is shown. */
const toShown = (aspects: Aspects, name: AspectName): string =>
  (name === 'verdict' ? toVerdict(aspects) : aspects[name]) || 'none';

/** Signups that change in the same way. */
interface Group {
  readonly change: string;
  readonly signups: readonly ChangedSignup[];
}

/** The largest groups first. */
function toGroups(changes: readonly ChangedSignup[]): readonly Group[] {
  const groups = new Map<string, ChangedSignup[]>();
  for (const signup of changes) {
    const change = toChange(signup);
    const group = groups.get(change);
    if (group) group.push(signup);
    else groups.set(change, [signup]);
  }
  return [...groups]
    .map(([change, signups]) => ({ change, signups }))
    .toSorted((a, b) => b.signups.length - a.signups.length);
}

/** What changes, in a few words. */
function toChange({ changed, before, after }: ChangedSignup): string {
  if (changed.includes('verdict')) return `${toVerdict(before)} → ${toVerdict(after)}`;
  return changed.join(', ');
}

const toCount = ({ count, changes }: Comparison, { verb }: Sides): string =>
  `${changes.length.toLocaleString('en')} of ${count.toLocaleString('en')} signups ${verb}${changes.length === 1 ? 's' : ''}`;

/** A comparison for the user to read: its groups, each with a few signups and both sides. */
export function formatComparison(comparison: Comparison, sides: Sides, paint: Paint): string {
  const width = Math.max(sides.before.length, sides.after.length);
  const toSide = (name: string, text: string, role: 'bad' | 'good'): string =>
    paint(role, `      ${name.padEnd(width)}  ${escapeControls(text)}`);
  const lines = toGroups(comparison.changes).flatMap(({ change, signups }) => [
    paint('title', `${escapeControls(change)}: ${signups.length.toLocaleString('en')}`),
    ...signups
      .slice(0, maxShown)
      .flatMap(({ user, label, changed, before, after }) => [
        `  ${user}  ${paint('faint', escapeControls(label))}`,
        ...changed.flatMap((name) => [
          `    ${name}`,
          toSide(sides.before, toShown(before, name), 'bad'),
          toSide(sides.after, toShown(after, name), 'good'),
        ]),
      ]),
    ...(signups.length > maxShown
      ? [`  … and ${(signups.length - maxShown).toLocaleString('en')} more`]
      : []),
    '',
  ]);
  return [...lines, paint('title', toCount(comparison, sides))].join('\n');
}

/** The same as Markdown, for a comment on a pull request. */
export function formatMarkdown(comparison: Comparison, sides: Sides): string {
  const title = `**${toCount(comparison, sides)}** between ${toCode(sides.before)} and ${toCode(sides.after)}.`;
  if (comparison.changes.length === 0) return title;
  const rows = toGroups(comparison.changes).map(({ change, signups }) => {
    const [{ user, label, changed, before, after }] = signups as [ChangedSignup];
    const name = changed.find((aspect) => aspect !== 'verdict') ?? 'verdict';
    const sample = `${toCode(toShown(before, name))} → ${toCode(toShown(after, name))}`;
    return `| ${toCode(change)} | ${signups.length} | ${toCode(user)} (${toCode(label)}) | ${toCode(name)}: ${sample} |`;
  });
  return [
    title,
    '',
    '| change | signups | for example | what changes |',
    '| --- | ---: | --- | --- |',
    ...rows,
  ].join('\n');
}

const maxCode = 120;

/** A string as code, which cannot end its cell. */
function toCode(text: string): string {
  const plain = escapeControls(text)
    .replaceAll('`', 'ˋ')
    .replaceAll('|', String.raw`\|`);
  return `\`${plain.length > maxCode ? `${plain.slice(0, maxCode)}…` : plain}\``;
}

const schemaVersion = 1;

/** What `--json` prints: every signup that changes, with what it was and is. */
export const toComparisonJson = ({ count, changes }: Comparison, sides: Sides): object => ({
  schemaVersion,
  before: sides.before,
  after: sides.after,
  signups: count,
  changed: changes.length,
  groups: toGroups(changes).map(({ change, signups }) => ({
    change,
    signups: signups.map(({ label, user, changed, before, after }) => ({
      label,
      user,
      changed: Object.fromEntries(
        changed.map((name) => [
          name,
          { before: toShown(before, name), after: toShown(after, name) },
        ]),
      ),
    })),
  })),
});
