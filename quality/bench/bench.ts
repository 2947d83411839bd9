// `pnpm bench`: every figure that the documentation quotes, each with its limit, also written to figures.md;
// `--json` for machines.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Row } from './row.ts';
import { checkRows } from './rows/check.ts';
import { commandRows } from './rows/command.ts';
import { engineRows } from './rows/engine.ts';
import { importRows } from './rows/import.ts';
import { growthRows } from './rows/growth.ts';
import { clockRows, kitRows } from './rows/kit.ts';
import { serveRows } from './rows/serve.ts';
import { sizeRows } from './rows/size.ts';
import { typesRows } from './rows/types.ts';
import { toMarkdown } from './to-markdown.ts';

const rows: readonly Row[] = [
  ...importRows,
  ...clockRows,
  ...engineRows,
  ...kitRows,
  ...growthRows,
  ...sizeRows,
  ...typesRows,
  ...checkRows,
  ...commandRows,
  ...serveRows,
];
const figures = [];
for (const { name, unit, limit, measure } of rows) {
  const figure = Number((await measure()).toPrecision(3));
  figures.push({ name, figure, limit, unit, ok: figure <= limit });
}

if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2));
else console.table(figures);
const machine = `Measured by \`pnpm bench\` on ${availableParallelism()} cores, Node ${process.versions.node}.`;
const table = figures.map(({ name, figure, unit, limit }) => ({ what: name, figure, unit, limit }));
writeFileSync(new URL('figures.md', import.meta.url), `${machine}\n\n${toMarkdown(table)}`);
process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
