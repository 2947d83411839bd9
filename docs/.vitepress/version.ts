import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { base } from './site.ts';

const { version } = JSON.parse(
  readFileSync(new URL('../../packages/cli/package.json', import.meta.url), 'utf8'),
) as { readonly version: string };

/** The day of the last change, as `2026-11-27`. */
const date = execFileSync('git', ['log', '-1', '--format=%cs'], { encoding: 'utf8' }).trim();

/** What the site describes: a version of the command line, and the day of its last change. */
export const versionLine = `<a href="${base}project/changelog">${version === '0.0.0' ? 'Not released yet' : `Version ${version}`}</a>, last changed on ${date}`;
