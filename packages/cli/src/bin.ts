#!/usr/bin/env -S node --
// Without the two dashes, Node would read the file of --env-file into its own environment.
import manifest from '../package.json' with { type: 'json' };

// Check the version before loading anything that an older Node does not support.
const wanted = manifest.engines.node.replace('>=', '');
const isOlder = process.versions.node.localeCompare(wanted, 'en', { numeric: true }) < 0;
if (isOlder) {
  console.error(
    `error: signup-actions needs Node ${wanted} or later but runs on ${process.versions.node}.\nInstall Node 22, which the platform runs, or a later version.`,
  );
  process.exitCode = 2;
} else {
  const args = process.argv.slice(2);
  const { endForked, forkAhead } = await import('./process/parent/fork-child.ts');
  // Starting a process takes about as long as loading the command.
  // A debugger needs one with an address.
  if (args[0] === 'run' && !args.some((arg) => arg.startsWith('--inspect'))) forkAhead();
  const { main } = await import('./main.ts');
  process.exitCode = await main(args);
  endForked();
}
