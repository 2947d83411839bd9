// Prints what becomes of the cache of several servers under each fault; `--write` keeps it for the docs.
import { writeFileSync } from 'node:fs';
import { measureCache, type Row } from './measure-cache.ts';
import { scenarios } from './scenarios.ts';
import { toTable } from './to-table.ts';

const rows: Row[] = [];
for await (const row of measureCache(scenarios)) {
  rows.push(row);
  console.log(JSON.stringify(row));
}
const table = toTable(rows);
console.log(table);
if (process.argv.includes('--write')) writeFileSync(new URL('figures.md', import.meta.url), table);
