import { globSync, readFileSync } from 'node:fs';

/** A change that the next release announces. */
interface Change {
  readonly packages: readonly string[];
  readonly text: string;
}

/** The page of all changes: those of the next release, and the changelog of each package. */
export function formatChangelog(root: string): string {
  const changes = readChanges(root);
  const released = globSync('packages/*/CHANGELOG.md', { cwd: root })
    .toSorted()
    .map((file) => demote(readFileSync(`${root}/${file}`, 'utf8')));
  const next = [...new Set(changes.flatMap(({ packages }) => packages))].toSorted();
  const upcoming = next.flatMap((name) => [
    `### ${name} {#${toAnchor(name)}}`,
    ...changes.filter(({ packages }) => packages.includes(name)).map(({ text }) => text),
  ]);
  return [
    '---\ndescription: What each version of the Signup Actions packages changes\neditLink: false\n---',
    '# Changelog',
    ...(upcoming.length > 0 ? ['## Next release', ...upcoming] : []),
    ...released,
  ].join('\n\n');
}

/** The changes that are not released yet, those that announce a package first. */
function readChanges(root: string): readonly Change[] {
  return globSync('.changeset/*.md', { cwd: root })
    .filter((file) => !file.endsWith('README.md'))
    .toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)) || a.localeCompare(b))
    .map((file) => {
      const [, head = '', text = ''] =
        /^---\n(.*?)---\n(.*)$/s.exec(readFileSync(`${root}/${file}`, 'utf8')) ?? [];
      const packages = [...head.matchAll(/^'([^']+)'/gm)].map(([, name = '']) => name);
      return { packages, text: text.trim() };
    });
}

const isFirst = (file: string): boolean => file.startsWith('.changeset/first-');

const toAnchor = (name: string): string => `next-${name.replace('@signup-actions/', '')}`;

/** A changelog as part of the page: its headings are one level lower. */
const demote = (text: string): string => text.trim().replaceAll(/^#/gm, '##');
