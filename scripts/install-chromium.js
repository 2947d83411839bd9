import { spawnSync } from 'node:child_process';

/** Installs Debian's Chromium where there is none (as root); answers the exit status. */
export function installChromium() {
  if (!spawnSync('chromium', ['--version']).error) return 0;
  return (
    runQuietly('apt-get', ['update']) || runQuietly('apt-get', ['install', '--yes', 'chromium'])
  );
}

/**
 * Runs a command whose words matter only when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 */
export function runQuietly(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0) console.error(`${done.stdout}${done.stderr}`);
  return done.status ?? 1;
}
