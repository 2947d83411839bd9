import { globSync } from 'node:fs';
import { listExplanations } from '@signup-actions/runtime-core';
import { expect, it } from 'vitest';
import { readText, root } from './read-pages.ts';

const manifests = globSync('packages/*/package.json', { cwd: root });

it.each(manifests)('messages lead to the site that %s names as its home', (manifest) => {
  const { homepage } = JSON.parse(readText(manifest)) as { homepage: string };

  expect(listExplanations(['late-call', 'late-call'])).toEqual([
    `${homepage}diagnostics#late-call`,
  ]);
  // The site is built for that place.
  expect(readText('docs/.vitepress/config.ts')).toContain(`base = '${new URL(homepage).pathname}'`);
});
