// Follows every link of the built site to its page and anchor. VitePress checks the pages only.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const site = 'https://site.example';
const base = '/signup-actions';
const folder = fileURLToPath(new URL('.vitepress/dist', import.meta.url));

interface Page {
  readonly places: ReadonlySet<string>;
  readonly links: readonly string[];
}

const valuesOf = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map(([, value = '']) => value);

const pages = new Map<string, Page>(
  globSync('**/*.html', { cwd: folder }).map((file) => {
    const html = readFileSync(`${folder}/${file}`, 'utf8');
    const path = `${base}/${file.replace(/(index)?\.html$/, '')}`;
    const places = new Set(valuesOf(html, /\sid="([^"]+)"/g));
    return [path, { places, links: valuesOf(html, /<a\s[^>]*?href="([^"]+)"/g) }];
  }),
);

/** Why a link is broken; undefined if it works or leads out of the site. */
function findFault(link: string, from: string): string | undefined {
  const url = new URL(link.replaceAll('&amp;', '&'), `${site}${from}`);
  if (url.origin !== site) return undefined;
  const page = pages.get(url.pathname);
  if (!page) return 'there is no such page';
  const place = decodeURIComponent(url.hash.slice(1));
  return place === '' || page.places.has(place) ? undefined : 'there is no such place on the page';
}

let passed = 0;
let failed = 0;
for (const [from, { links }] of pages) {
  for (const link of new Set(links)) {
    const fault = findFault(link, from);
    if (fault === undefined) passed += 1;
    else {
      failed += 1;
      console.log(`✗ ${from} → ${link}: ${fault}`);
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
