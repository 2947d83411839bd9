// `pnpm corpus [FOLDER]`: runs `check` over a folder of Actions with a table of expected findings, and prints how many
// findings are right (precision) and how many mistakes are found (recall). Without a folder, over our own.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureFolder } from './measure-folder.ts';

const [folder = fileURLToPath(new URL('actions', import.meta.url))] = process.argv.slice(2);
const { files, found, missed, falseAlarms, otherwise } = await measureFolder(resolve(folder));

const toShare = (part: number, rest: number): string =>
  part + rest === 0 ? '100 %' : `${((100 * part) / (part + rest)).toFixed(1)} %`;
const list = (title: string, entries: readonly string[]): void => {
  if (entries.length > 0) console.log([title, ...entries.map((entry) => `  ${entry}`)].join('\n'));
};

list('Missed:', missed);
list('Found by another rule than expected:', otherwise);
list('False alarms:', falseAlarms);
console.log(`${files} files, ${found.length + missed.length} mistakes expected`);
console.log(`precision ${toShare(found.length, falseAlarms.length)}`);
console.log(`recall    ${toShare(found.length, missed.length)}`);
process.exitCode = missed.length + falseAlarms.length > 0 ? 1 : 0;
