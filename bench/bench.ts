// `pnpm bench`: every figure that the documentation quotes, each with its limit; `--json` for machines.
import type { Row } from './row.ts';
import { engineRows } from './rows/engine.ts';
import { importRows } from './rows/import.ts';
import { growthRows } from './rows/growth.ts';
import { kitRows } from './rows/kit.ts';
import { sizeRows } from './rows/size.ts';
import { typesRows } from './rows/types.ts';

const rows: readonly Row[] = [
  ...importRows,
  ...engineRows,
  ...kitRows,
  ...growthRows,
  ...sizeRows,
  ...typesRows,
];
const figures = [];
for (const { name, unit, limit, measure } of rows) {
  const figure = Number((await measure()).toPrecision(3));
  figures.push({ name, figure, limit, unit, ok: figure <= limit });
}

if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2));
else console.table(figures);
process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
