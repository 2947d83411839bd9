#!/usr/bin/env node
import manifest from '../package.json' with { type: 'json' };

// Before anything is loaded that an older Node does not have.
const wanted = manifest.engines.node.replace('>=', '');
const isOlder = process.versions.node.localeCompare(wanted, 'en', { numeric: true }) < 0;
if (isOlder) {
  console.error(
    `error: signup-actions needs Node ${wanted} or later but runs on ${process.versions.node}.\nThe platform runs Node 22: install that, or a later one.`,
  );
  process.exitCode = 2;
} else {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv);
}
