import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/toolchain.js';
import { completeProjects } from './complete-projects.ts';
import { findEnvironment } from './environment.ts';
import type { Consumer } from './list.ts';
import { managers, type Manager } from './managers.ts';
import type { Tarballs } from './pack.ts';
import { run, runToFail } from './run.ts';

/** Installs the packed packages into a copy of a consumer's folder, and runs its scripts. */
export async function testConsumer(
  { folder: source, manager = 'npm', node, install = {}, fails = {} }: Consumer,
  folder: string,
  tarballs: Tarballs,
): Promise<void> {
  cpSync(`${root}/quality/consumers/projects/${source}`, folder, { recursive: true });
  completeProjects(folder);
  const tool: Manager = managers[manager];
  writeSettings(tool, { folder, install, tarballs });
  const place = { cwd: folder, env: findEnvironment(node, tool.packages ?? []) };
  await run(tool.install, place);
  const [command = ''] = tool.install;
  if (!('test' in fails)) await run([command, 'run', 'test'], place);
  for (const [script, words] of Object.entries(fails)) {
    await runToFail([command, 'run', script], words, place);
  }
}

interface Installation {
  readonly folder: string;
  readonly install: Readonly<Record<string, string>>;
  readonly tarballs: Tarballs;
}

/** Lets a project depend on the packed packages, whichever depends on them, and on what it is installed with. */
function writeSettings(tool: Manager, { folder, install, tarballs }: Installation): void {
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const devDependencies = Object.fromEntries(
    Object.entries({ ...manifest.devDependencies, ...install }).map(([name, version]) => [
      name,
      tarballs[name] ?? version,
    ]),
  );
  const overrides = { ...tarballs, ...install };
  const completed = { ...manifest, devDependencies, ...tool.manifest?.(overrides) };
  writeFileSync(file, JSON.stringify(completed));
  for (const [name, text] of Object.entries(tool.files?.(overrides) ?? {})) {
    writeFileSync(join(folder, name), text);
  }
}
