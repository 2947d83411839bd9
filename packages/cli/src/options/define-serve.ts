import { resolve } from 'node:path';
import { tenantForms } from '@signup-actions/workbench';
import { toPaths, type CommandContext } from './command-context.ts';
import { createStop } from '../commands/create-stop.ts';
import { collect, toPort } from './option-values.ts';
import type { ServeOptions } from '../commands/serve.ts';
import { addActionOptions } from './shared-options.ts';

/** Defines `signup-actions serve`. */
export function defineServe({ program, shell, onStatus }: CommandContext): void {
  const toPath = (path: string): string => resolve(shell.cwd, path);
  const command = program
    .command('serve')
    .description('Sign people up over HTTP with these Actions, for development and tests.')
    .argument('[path...]', `Action files in order, ${tenantForms} (default: this folder)`)
    .option('-p, --port <number>', 'the port; 0 takes any free one', toPort, 4_400)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option(
      '--allow-host <name>',
      'a name of this machine, beside localhost, that may show users; repeatable',
      collect,
    )
    .option(
      '--https <file>',
      'use HTTPS, with the certificate in this PEM file, made if absent',
      toPath,
    )
    .option('--data <file>', 'keep users, cache and signups in this SQLite file', toPath);
  addActionOptions(command, shell)
    .option('-j, --json', 'print a line of JSON for each signup and nothing else')
    .addHelpText('after', moreHelp)
    .action(async (paths: string[], options: ServeOptions) => {
      const { serve } = await import('../commands/serve.ts');
      onStatus(await serve(toPaths(paths, shell), options, shell, createStop(shell)));
    });
}

const moreHelp = `
Examples:
  signup-actions serve tenant --env-file tenant.env
  signup-actions serve action.js --port 0 --https certificate.pem

Without --data, users end with the server. Ctrl+C ends the server at once with
130.`;
