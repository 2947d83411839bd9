import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DefaultTheme } from 'vitepress';

const folder = fileURLToPath(new URL('../decisions', import.meta.url));

/** The decisions in order, with their own titles. */
export const listDecisions = (): DefaultTheme.SidebarItem[] =>
  globSync('*.md', { cwd: folder })
    .toSorted()
    .map((file) => {
      const [, title = file] =
        /^# \d+ (.+)$/m.exec(readFileSync(`${folder}/${file}`, 'utf8')) ?? [];
      return { text: title, link: `/decisions/${file.replace('.md', '')}` };
    });
