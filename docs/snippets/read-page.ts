import { readFileSync } from 'node:fs';

/** The source of a page of the site. */
export const readPage = (name: string): string =>
  readFileSync(new URL(`../${name}.md`, import.meta.url), 'utf8');
