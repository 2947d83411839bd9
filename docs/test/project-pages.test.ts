import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { consumers } from '../../quality/consumers/list.ts';
import { formatChangelog } from '../project-pages/format-changelog.ts';
import { formatSupport } from '../project-pages/format-support.ts';
import { readText, root } from './read-pages.ts';

it('the changelog holds every change that is not released yet', () => {
  const changelog = formatChangelog(root);
  const changes = globSync('.changeset/*.md', { cwd: root, exclude: ['**/README.md'] });

  for (const file of changes) {
    const [, , text = ''] = readText(file).split('---\n');
    expect(changelog).toContain(text.trim());
  }
});

it('the changelog of a package begins with its first release', () => {
  expect(formatChangelog(root)).toMatch(
    /^### @signup-actions\/cli \{#next-cli\}\n\nThe first release\./m,
  );
});

it('the page on support has a row for each package and each project that tests install', () => {
  const support = formatSupport(root);
  const rejected = 'command line, node 20';

  for (const { name } of consumers.filter((consumer) => consumer.name !== rejected)) {
    expect(support).toContain(`| ${name} |`);
  }
  expect(support).not.toContain(rejected);
  expect(support).toContain('| `@signup-actions/cli` | not released yet | >=22.13 |');
});
