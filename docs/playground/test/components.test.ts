import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isRequired } from '../../test/site/on-site.ts';

// The checker of components needs a compiler with a JavaScript API, which must not come near ours.
const tools = ['--package=vue-tsc@3.3.14', '--package=typescript@6.0.3'];
const toPath = (folder: string): string => fileURLToPath(new URL(folder, import.meta.url));
const projects = [toPath('..'), toPath('../../../packages/cli/page')];

it.skipIf(!isRequired).each(projects)('the components of %s have no type errors', (project) => {
  const call = ['--call', `vue-tsc --noEmit --project ${project}`];
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['exec', '--yes', '--prefer-offline', ...tools, ...call],
    { encoding: 'utf8' },
  );

  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
});
