import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SiteConfig } from 'vitepress';
import { drawCard } from './draw-card.ts';
import { toCardPath } from './page-head.ts';
import { siteAddress } from './site.ts';

/** Where the schema of test cases is, which files of cases name by its address on the site. */
const schema = new URL('../../packages/cli/schema/signup-case.schema.json', import.meta.url);

/** Writes the files of the built site that are not pages: the cards of its pages, the schema of test cases, and robots.txt. */
export async function writeSiteFiles({ outDir, pages }: SiteConfig): Promise<void> {
  const robots = `User-agent: *\nAllow: /\n\nSitemap: ${siteAddress}sitemap.xml\n`;
  await writeFile(join(outDir, 'robots.txt'), robots);
  await copyFile(schema, join(outDir, basename(schema.pathname)));
  for (const page of pages) await writeCard(outDir, page);
}

async function writeCard(outDir: string, page: string): Promise<void> {
  const html = await readFile(join(outDir, page.replace(/\.md$/, '.html')), 'utf8');
  const read = (property: string): string =>
    toText(new RegExp(`<meta property="og:${property}" content="(.*?)">`).exec(html)?.[1] ?? '');
  const file = join(outDir, toCardPath(page));
  await mkdir(dirname(file), { recursive: true });
  const title = read('title').replace(/ \| .*/, '');
  await writeFile(file, await drawCard({ title, description: read('description') }));
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

const toText = (html: string): string =>
  html.replaceAll(/&([\w#]+);/g, (whole, name: string) => entities[name] ?? whole);
