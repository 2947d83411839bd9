// Publishes what `prepare.js` has written to `release/`: opens or updates the pull request with the new versions, or
// publishes the archives to npm. It runs with the rights to do so, and therefore imports nothing that is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { packageNames } from './package-names.js';

const branch = 'changeset-release/main';
/** A version changes nothing else, so a patch that does is not applied. */
const versioned = ['packages/*/package.json', 'packages/*/CHANGELOG.md', '.changeset/*.md'];

if (existsSync('release/version.patch')) proposeVersions();
else for (const name of packageNames) publish(name);

function proposeVersions() {
  run('git', 'switch', '--force-create', branch);
  const includes = versioned.map((pattern) => `--include=${pattern}`);
  run('git', 'apply', '--index', ...includes, 'release/version.patch');
  const author = ['-c', 'user.name=github-actions[bot]', '-c', 'user.email=actions@github.com'];
  run('git', ...author, 'commit', '--message', 'Version packages');
  run('gh', 'auth', 'setup-git');
  run('git', 'push', '--force', 'origin', branch);
  const open = run('gh', 'pr', 'list', '--head', branch, '--json', 'number');
  if (JSON.parse(open).length > 0) return;
  const body = 'Merging this publishes the packages with the versions and changelogs below.';
  run(
    'gh',
    'pr',
    'create',
    '--base',
    'main',
    '--head',
    branch,
    '--title',
    'Version packages',
    '--body',
    body,
  );
}

/** @param {string} name */
function publish(name) {
  const archive = `release/${name}.tgz`;
  const manifest = JSON.parse(readPacked(archive, 'package.json'));
  const release = `${manifest.name}@${manifest.version}`;
  if (!isPublished(release)) {
    run('npm', 'publish', `./${archive}`, '--access', 'public', '--provenance');
  }
  // A run that published and then failed has left no release behind.
  if (spawnSync('gh', ['release', 'view', release]).status === 0) return;
  const commit = run('git', 'rev-parse', 'HEAD').trim();
  const notes = `What has changed: packages/${name}/CHANGELOG.md`;
  run('gh', 'release', 'create', release, '--target', commit, '--title', release, '--notes', notes);
}

/**
 * Whether npm has this version. Throws if npm does not say: a version can be published only once.
 *
 * @param {string} release
 */
function isPublished(release) {
  const { status, stdout, stderr } = spawnSync('npm', ['view', release, 'version', '--json'], {
    encoding: 'utf8',
  });
  if (status === 0) return stdout.trim() !== '';
  if (stdout.includes('"E404"')) return false;
  throw new Error(`Failed to publish ${release}: npm does not say whether it has it.\n${stderr}`);
}

/**
 * @param {string} archive
 * @param {string} file
 */
function readPacked(archive, file) {
  return run('tar', '--extract', '--to-stdout', '--file', archive, `package/${file}`);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, ...args) {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
