import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { posix } from 'node:path';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A file's text, by its path in the repository; nothing where there is none. */
export const readText = (path: string): string =>
  existsSync(`${root}/${path}`) ? readFileSync(`${root}/${path}`, 'utf8') : '';

/** The pages of the site that people write, and the READMEs that GitHub and npm show. */
export const pages: readonly string[] = globSync(
  ['docs/**/*.md', 'README.md', 'packages/*/README.md'],
  {
    cwd: root,
    exclude: ['**/node_modules/**', 'docs/{reference,project}/**', 'docs/.vitepress/**'],
  },
).toSorted();

/** Something that a page shows and does not say itself. */
export interface Import {
  readonly page: string;
  readonly file: string;
  readonly region: string | undefined;
}

const toImports = (pattern: RegExp): readonly Import[] =>
  pages.flatMap((page) =>
    [...readText(page).matchAll(pattern)].map(([, path = '', region]) => ({
      page,
      file: posix.join(posix.dirname(page), path),
      region,
    })),
  );

/** Code and output: `<<< path#region{language}`. */
export const snippets = toImports(/^<<< ([^#{\s]+)(?:#([\w-]+))?/gm);

/** Parts of other pages: `@include: path#region` in a comment. */
export const includes = toImports(/^<!--\s*@include: ([^#\s]+?)(?:#([\w-]+))?\s*-->/gm);

/** A block with its language, and the line above it. */
export interface Block {
  readonly page: string;
  readonly above: string;
  readonly language: string;
  readonly code: string;
}

/** Code in the page itself. */
export const blocks: readonly Block[] = pages.flatMap((page) =>
  [...readText(page).matchAll(/([^\n]*)\n+```(\w*)[^\n]*\n(.*?)```/gs)].map(
    ([, above = '', language = '', code = '']) => ({ page, above, language, code }),
  ),
);
