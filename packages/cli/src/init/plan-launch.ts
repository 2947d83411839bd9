import { join } from 'node:path';
import { resolveCommand } from 'package-manager-detector';
import { exists } from '../files/find-files.ts';
import { readText } from '../files/read-text.ts';
import type { Project } from './read-project.ts';
import type { Step } from './step.ts';

const path = '.vscode/launch.json';
const port = 9229;

/** Plans the configurations with which VS Code debugs an Action; existing ones stay as they are. */
export async function planLaunch({ folder, flow, agent }: Project): Promise<Step> {
  const file = join(folder, path);
  if (await exists(file)) {
    const isOurs = (await readText(file)).includes('signup-actions');
    const note = isOurs
      ? 'unchanged: it has a configuration for Actions'
      : 'unchanged: to debug Actions, attach to port 9229 of signup-actions run FILE --inspect-brk';
    return { path, type: 'leave', note };
  }
  const start = (target: string): readonly string[] => {
    const args = ['signup-actions', 'run', target, `--inspect-brk=${port}`];
    const command = resolveCommand(agent, 'execute-local', args);
    return command ? [command.command, ...command.args] : ['npx', ...args];
  };
  const launch = (name: string, target: string): object => {
    const [runtimeExecutable, ...runtimeArgs] = start(target);
    return {
      name,
      type: 'node',
      request: 'launch',
      runtimeExecutable,
      runtimeArgs,
      // The command starts a process of its own for the Actions, which listens here.
      attachSimplePort: port,
      console: 'integratedTerminal',
      skipFiles: ['<node_internals>/**', '**/@signup-actions/**'],
    };
  };
  const configurations = [
    launch('Debug the open Action', '${file}'),
    ...(flow
      ? [launch('Debug all Actions of the export', join('${workspaceFolder}', flow.root))]
      : []),
    {
      name: 'Attach to signup-actions run --inspect',
      type: 'node',
      request: 'attach',
      port,
      skipFiles: ['<node_internals>/**', '**/@signup-actions/**'],
    },
  ];
  return {
    path,
    type: 'create',
    text: `${JSON.stringify({ version: '0.2.0', configurations }, null, 2)}\n`,
    note: 'created: VS Code debugs Actions',
  };
}
