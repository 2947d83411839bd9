// `pnpm release:prepare`: writes what a release needs to `release/`. While there are changesets, that is a patch with
// the new versions and changelogs; otherwise it is the archive of each package.
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { packageNames } from './package-names.js';

rmSync('release', { recursive: true, force: true });
mkdirSync('release');
const changesets = globSync('.changeset/*.md').filter((file) => !file.endsWith('README.md'));
if (changesets.length > 0) {
  run('pnpm', 'exec', 'changeset', 'version');
  run('git', 'add', '--all');
  writeFileSync('release/version.patch', run('git', 'diff', '--cached', '--binary'));
} else {
  run('pnpm', 'build');
  for (const name of packageNames) {
    const archive = `${process.cwd()}/release/${name}.tgz`;
    run(
      'pnpm',
      '--dir',
      `packages/${name}`,
      'pack',
      '--config.ignore-scripts=true',
      '--out',
      archive,
    );
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, ...args) {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
