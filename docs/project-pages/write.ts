// Writes the changelog and the support matrix as pages of the site.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatChangelog } from './format-changelog.ts';
import { formatSupport } from './format-support.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('../project', import.meta.url));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
writeFileSync(`${folder}/changelog.md`, `${formatChangelog(root)}\n`);
writeFileSync(`${folder}/support.md`, `${formatSupport(root)}\n`);
