import { existsSync, globSync } from 'node:fs';
import { listExplanations } from '@signup-actions/runtime-core/internal';
import { expect, it } from 'vitest';
import { readText, root } from './read-pages.ts';

const site = 'https://signup-actions.github.io/signup-actions/';
const repository = 'https://github.com/signup-actions/signup-actions/tree/main/';

const manifests = globSync('packages/*/package.json', { cwd: root }).map(
  (file) => JSON.parse(readText(file)) as { name: string; private?: boolean; homepage: string },
);
const published = manifests.filter((manifest) => !manifest.private);

it.each(published)('messages lead to the site that $name names as its home', ({ homepage }) => {
  expect(listExplanations(['late-call', 'late-call'])).toEqual([
    `${homepage}diagnostics#late-call`,
  ]);
  // The site is built for that place.
  expect(readText('docs/.vitepress/site.ts')).toContain(`base = '${new URL(homepage).pathname}'`);
});

// npm shows a README without the files beside it.
it.each(globSync('packages/*/README.md', { cwd: root }))(
  '%s leads to the site, and nowhere that is not there',
  (readme) => {
    const targets = [...readText(readme).matchAll(/\]\(([^)\s]+)/g)].map(([, to = '']) => to);
    const starting = (start: string): readonly string[] =>
      targets.filter((to) => to.startsWith(start)).map((to) => to.slice(start.length));

    expect(targets.filter((to) => !/^(https:|#)/.test(to))).toEqual([]);
    expect(starting(site)).not.toEqual([]);
    // The reference and the schema are written when the site is built.
    for (const page of starting(site).filter((to) => !/^reference\/$|\.json$/.test(to))) {
      const [path = ''] = page.split('#');
      expect(readText(`docs/${path.replace(/\/$/, '/index')}.md`)).not.toBe('');
    }
    for (const path of starting(repository)) expect(existsSync(`${root}/${path}`)).toBe(true);
  },
);
