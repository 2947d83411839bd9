import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { Shell } from '../shell.ts';
import { createStop } from './create-stop.ts';
import type { ServeOptions } from './serve.ts';

/** Defines `signup-actions serve`; `onStatus` receives the exit status. */
export function defineServe(
  program: Command,
  shell: Shell,
  onStatus: (status: number) => void,
): void {
  const toPath = (path: string): string => resolve(shell.cwd, path);
  program
    .command('serve')
    .description('Sign people up over HTTP with these Actions, for development and tests.')
    .argument('[path...]', 'Action files in order, or an exported tenant (default: this folder)')
    .option('-p, --port <number>', 'the port; 0 takes any free one', toPort, 4_400)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option(
      '--https <file>',
      'use HTTPS, with the certificate in this PEM file, made if absent',
      toPath,
    )
    .option('--data <file>', 'keep users, cache and signups in this SQLite file', toPath)
    .option('--env-file <file>', 'a file with the secrets, one NAME=VALUE per line', toPath)
    .option('--secret <name=value>', 'a secret; repeatable', collect)
    .option('-j, --json', 'print a line of JSON for each signup and nothing else')
    .addHelpText('after', moreHelp)
    .action(async (paths: string[], options: ServeOptions) => {
      const { serve } = await import('./serve.ts');
      const absolute = (paths.length > 0 ? paths : ['.']).map(toPath);
      onStatus(await serve(absolute, options, shell, createStop(shell)));
    });
}

const moreHelp = `
Examples:
  signup-actions serve tenant --env-file tenant.env
  signup-actions serve action.js --port 0 --https certificate.pem

Without --data, users end with the server. Ctrl+C ends the server at once with 130.`;

const collect = (value: string, values: readonly string[] = []): readonly string[] => [
  ...values,
  value,
];

const maxPort = 65_535;

function toPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= maxPort) return port;
  throw new InvalidArgumentError(`It must be a whole number from 0 to ${maxPort}.`);
}
