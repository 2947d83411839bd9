import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageNames } from '../../scripts/release/package-names.js';

// Git is real. `npm` and `gh` would need their services, so a script in their place notes what it is asked.
const script = fileURLToPath(new URL('../../scripts/release/publish.js', import.meta.url));
let folder = '';
let checkout = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signup-actions-publish-'));
  checkout = join(folder, 'checkout');
  git(folder, 'init', '--quiet', '--bare', 'origin');
  git(folder, 'init', '--quiet', '--initial-branch=main', 'checkout');
  git(checkout, 'remote', 'add', 'origin', join(folder, 'origin'));
  write('packages/types/package.json', '{ "version": "0.0.0" }\n');
  write('.github/workflows/ci.yml', 'name: CI\n');
  commit();
});
afterEach(() => rmSync(folder, { recursive: true }));

const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd, encoding: 'utf8' });

function write(file: string, text: string): void {
  mkdirSync(dirname(join(checkout, file)), { recursive: true });
  writeFileSync(join(checkout, file), text);
}

function commit(): void {
  const author = ['-c', 'user.name=Release', '-c', 'user.email=release@example.com'];
  git(checkout, 'add', '--all');
  git(checkout, ...author, 'commit', '--quiet', '--message', 'Begin');
}

/** Runs the script where `npm` and `gh` are shell scripts. Returns its status, and the commands that these received. */
function publish(npm: string, gh: string) {
  for (const [name, code] of Object.entries({ npm, gh })) {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> ${folder}/asked\n${code}\n`);
    chmodSync(file, 0o755);
  }
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}` };
  const { status, stderr } = spawnSync(process.execPath, [script], {
    cwd: checkout,
    env,
    encoding: 'utf8',
  });
  const asked = existsSync(join(folder, 'asked'))
    ? readFileSync(join(folder, 'asked'), 'utf8')
    : '';
  return { status, stderr, asked: asked.trim().split('\n') };
}

it('opens a pull request with the versions, and with nothing else that the build has changed', () => {
  write('packages/types/package.json', '{ "version": "0.1.0" }\n');
  write('packages/types/CHANGELOG.md', '## 0.1.0\n');
  write('.github/workflows/ci.yml', 'name: Something else\n');
  git(checkout, 'add', '--all');
  const patch = git(checkout, 'diff', '--cached', '--binary');
  git(checkout, 'reset', '--quiet', '--hard');
  write('release/version.patch', patch);

  const { status, asked } = publish('exit 1', 'echo "[]"');

  expect(status).toBe(0);
  const changed = git(
    join(folder, 'origin'),
    'show',
    '--format=',
    '--name-only',
    'changeset-release/main',
  );
  expect(changed).toBe('packages/types/CHANGELOG.md\npackages/types/package.json\n');
  expect(asked.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
    'gh auth setup-git',
    'gh pr list',
    'gh pr create',
  ]);
});

function packAll(): void {
  for (const name of packageNames) {
    const manifest = { name: `@signup-actions/${name}`, version: '1.2.3' };
    write('package/package.json', JSON.stringify(manifest));
    mkdirSync(join(checkout, 'release'), { recursive: true });
    execFileSync('tar', ['--create', '--gzip', '--file', `release/${name}.tgz`, 'package'], {
      cwd: checkout,
    });
  }
}

it('publishes what npm does not have, dependencies first, with provenance, and adds the releases that are missing', () => {
  packAll();
  const npm = `case "$*" in
    *types@1.2.3*|*testing@1.2.3*) echo '"1.2.3"';;
    view*) echo '{ "error": { "code": "E404" } }'; exit 1;;
  esac`;

  const { status, asked } = publish(
    npm,
    'case "$*" in *view*types@*) exit 0;; *view*) exit 1;; esac',
  );

  expect(status).toBe(0);
  expect(
    asked
      .filter((line) => !/^npm view|^gh release view/.test(line))
      .map((line) => line.replace(/[0-9a-f]{40}/, '<commit>')),
  ).toMatchInlineSnapshot(`
    [
      "npm publish ./release/runtime-core.tgz --access public --provenance",
      "gh release create @signup-actions/runtime-core@1.2.3 --target <commit> --title @signup-actions/runtime-core@1.2.3 --notes What has changed: packages/runtime-core/CHANGELOG.md",
      "gh release create @signup-actions/testing@1.2.3 --target <commit> --title @signup-actions/testing@1.2.3 --notes What has changed: packages/testing/CHANGELOG.md",
      "npm publish ./release/hooks.tgz --access public --provenance",
      "gh release create @signup-actions/hooks@1.2.3 --target <commit> --title @signup-actions/hooks@1.2.3 --notes What has changed: packages/hooks/CHANGELOG.md",
      "npm publish ./release/better-auth.tgz --access public --provenance",
      "gh release create @signup-actions/better-auth@1.2.3 --target <commit> --title @signup-actions/better-auth@1.2.3 --notes What has changed: packages/better-auth/CHANGELOG.md",
      "npm publish ./release/cli.tgz --access public --provenance",
      "gh release create @signup-actions/cli@1.2.3 --target <commit> --title @signup-actions/cli@1.2.3 --notes What has changed: packages/cli/CHANGELOG.md",
    ]
  `);
});

it('publishes nothing if npm does not say what it has', () => {
  packAll();

  const { status, stderr, asked } = publish('echo "network down" >&2; exit 1', 'exit 0');

  expect(status).toBe(1);
  expect(stderr).toContain(
    'Failed to publish @signup-actions/types@1.2.3: npm does not say whether it has it.\nnetwork down',
  );
  expect(asked).toEqual(['npm view @signup-actions/types@1.2.3 version --json']);
});
