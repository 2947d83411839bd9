import { execFileSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageNames } from '../../scripts/release/package-names.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'signup-actions-version-'));
afterAll(() => rmSync(folder, { recursive: true }));

const readPackage = (from: string, name: string) =>
  JSON.parse(readFileSync(join(from, 'packages', name, 'package.json'), 'utf8'));
const names = packageNames;

beforeAll(() => {
  // A copy of what versions are made of, with a history of its own.
  const files = [
    'package.json',
    'pnpm-workspace.yaml',
    '{docs,examples}/package.json',
    '{examples,packages}/*/package.json',
  ];
  for (const file of globSync(files, { cwd: root })) cpSync(join(root, file), join(folder, file));
  cpSync(join(root, '.changeset'), join(folder, '.changeset'), { recursive: true });
  // Right after a release there is none.
  const bumps = names.map((name) => `'@signup-actions/${name}': patch\n`).join('');
  writeFileSync(join(folder, '.changeset/try.md'), `---\n${bumps}---\n\nSomething new.\n`);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder });
  execFileSync('git', ['add', '.changeset'], { cwd: folder });
  const author = ['-c', 'user.name=Release', '-c', 'user.email=release@example.com'];
  execFileSync('git', [...author, 'commit', '--quiet', '--message', 'Begin'], { cwd: folder });
  execFileSync('pnpm', ['exec', 'changeset', 'version'], { cwd: folder, stdio: 'pipe' });
});

it.each(names)('%s gets a version and a changelog', (name) => {
  const { version } = readPackage(folder, name);
  const changelog = readFileSync(join(folder, 'packages', name, 'CHANGELOG.md'), 'utf8');

  expect(version).not.toBe(readPackage(root, name).version);
  expect(changelog).toContain(`## ${version}`);
  expect(changelog).toContain('Something new.');
});

it('uses up every changeset', () => {
  expect(globSync('.changeset/*.md', { cwd: folder })).toEqual(['.changeset/README.md']);
});

it.each(names)('no test expects the version that %s has just now', (name) => {
  const entry = `"@signup-actions/${name}": "^${readPackage(root, name).version}"`;
  const files = globSync('{packages,docs,examples,quality}/**/*.test.{ts,js}', {
    cwd: root,
    exclude: ['**/node_modules/**'],
  });

  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => readFileSync(join(root, file), 'utf8').includes(entry))).toEqual(
    [],
  );
});
