// Writes the pages of the reference from the models of the API, which `scripts/api-reports.js` makes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ApiModel, type ApiItem } from '@microsoft/api-extractor-model';
import { toAddresses } from './addresses.ts';
import { entries } from './entries.ts';
import { formatExport, groupByName } from './format-export.ts';

const models = fileURLToPath(new URL('../../.reports/api-model', import.meta.url));
const folder = fileURLToPath(new URL('../reference', import.meta.url));

/** The exports of an entry. Each has its own model, because the entries of a package share a name. */
const readExports = (page: string): readonly ApiItem[] =>
  new ApiModel()
    .loadPackage(`${models}/${page}.api.json`)
    .entryPoints.flatMap((entryPoint) => [...entryPoint.members]);

const pages = new Map(entries.map(({ page }) => [page, readExports(page)]));
const addresses = toAddresses(pages);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const { page, specifier, about } of entries) {
  const exported = groupByName(pages.get(page) ?? []);
  const texts = exported.map((overloads) => formatExport(overloads, addresses));
  const head = `---\ndescription: "${specifier}: ${about}"\noutline: 2\neditLink: false\npageClass: reference\n---\n\n# ${specifier}\n\n${toSentence(about)}`;
  writeFileSync(`${folder}/${page}.md`, `${[head, ...texts].join('\n\n')}\n`);
}
const list = entries.map(
  ({ page, specifier, about }) => `- [\`${specifier}\`](./${page}): ${about}`,
);
writeFileSync(
  `${folder}/index.md`,
  `---\ndescription: Everything that the packages of Signup Actions export\neditLink: false\n---\n\n# Reference\n\nEverything that the packages export, made from their sources.\n\n${list.join('\n')}\n`,
);

function toSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
