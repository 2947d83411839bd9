import { resolve } from 'node:path';
import { defaultLimits } from '@signup-actions/runtime-core';
import { Option, type Command } from 'commander';
import type { Shell } from '../shell.ts';
import { collect, createCollectModules, toJobs, toTimeout } from './option-values.ts';

/** The options that several commands have, so that each has the same name, value and description everywhere. */
export function createSharedOptions({ cwd }: Shell) {
  const toPath = (path: string): string => resolve(cwd, path);
  const repeatable = (flags: string, description: string): Option =>
    new Option(flags, description).argParser(collect);
  return {
    envFile: new Option(
      '--env-file <file>',
      'a file with values of secrets and marks, one NAME=VALUE per line',
    ).argParser(toPath),
    secret: repeatable(
      '--secret <name=value>',
      'a secret of the Actions; repeatable. Your shell keeps it in its history: put real secrets into a file and use --env-file',
    ),
    module: new Option(
      '--module <name=file>',
      'an Actions module: the file that require("actions:NAME") loads; repeatable',
    ).argParser(createCollectModules(toPath)),
    moduleSecret: repeatable(
      '--module-secret <name.key=value>',
      'a secret of an Actions module, as in actions.secrets.KEY; repeatable. In --env-file: NAME.KEY=VALUE',
    ),
    configuration: repeatable(
      '--configuration <name=value>',
      'a value of event.configuration, for all Actions; repeatable',
    ),
    config: new Option(
      '--config <file>',
      "the deploy tool's configuration, with the values of its marks; by default config.json in or beside the export",
    ).argParser(toPath),
    timeout: new Option(
      '-t, --timeout <ms>',
      `how long all Actions of a flow may take together (default: ${defaultLimits.flowTimeoutMs})`,
    ).argParser(toTimeout),
    set: repeatable(
      '-s, --set <path=value>',
      'set a field of each event, such as user.email=ada@example.com; repeatable',
    ),
    unset: repeatable(
      '--unset <path>',
      'remove a field of each event, such as user.email; repeatable',
    ),
    only: repeatable('--only <action>', 'run only the Action of this name; repeatable'),
    jobs: new Option(
      '--jobs <number>',
      'run this many signups at the same time; each then sees what the cache held that many signups ago (default: 1)',
    ).argParser(toJobs),
  } as const satisfies Readonly<Record<string, Option>>;
}

/** Adds the options for what Actions are given while they run. */
export function addActionOptions(command: Command, shell: Shell): Command {
  const { envFile, secret, module, moduleSecret, configuration, config, timeout } =
    createSharedOptions(shell);
  const options = [envFile, secret, module, moduleSecret, configuration, config, timeout];
  return options.reduce((whole, option) => whole.addOption(option), command);
}
