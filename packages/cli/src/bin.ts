#!/usr/bin/env -S node --
// Without the two dashes, Node would read the file of --env-file into its own environment.
import { enableCompileCache } from 'node:module';
import manifest from '../package.json' with { type: 'json' };

// Check the version before loading anything that an older Node does not support.
const wanted = manifest.engines.node.replace('>=', '');
if (toNumber(process.versions.node) < toNumber(wanted)) {
  console.error(
    `error: signup-actions needs Node ${wanted} or later but runs on ${process.versions.node}.\nInstall Node 22, which the platform runs, or a later version.`,
  );
  process.exitCode = 2;
} else {
  void start(process.argv.slice(2));
}

async function start(args: readonly string[]): Promise<void> {
  // Where the folder of temporary files cannot be written, everything is compiled each time.
  enableCompileCache();
  // Starting a process takes about as long as loading the command. A debugger needs one with an address.
  const isAhead = args[0] === 'run' && !args.some((arg) => arg.startsWith('--inspect'));
  const forked = isAhead ? await import('./process/parent/fork-child.ts') : undefined;
  forked?.forkAhead();
  const { main } = await import('./main.ts');
  process.exitCode = await main(args);
  forked?.endForked();
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise((resolve) => void stream.write('', resolve));
  }
  // Everything is done and written: Node would take longer to look for what is left.
  process.exit();
}

/** Major and minor version as one number. Comparing the strings would load the rules of languages, which takes long. */
function toNumber(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 1_000 + minor;
}
