import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import detectIndent from 'detect-indent';
import { runnerCommands, type Manifest, type ManifestFile, type Runner } from './manifest.ts';
import type { Step } from './step.ts';

const path = 'package.json';

/** Plans to add the missing devDependencies, sorted as package managers sort them, or to create the file. */
export function planManifest(
  found: ManifestFile | undefined,
  wanted: Readonly<Record<string, string>>,
  runner: Runner,
): Step {
  if (!found) {
    const scripts = { test: runnerCommands[runner].join(' ') };
    // Actions are CommonJS.
    const manifest = { private: true, type: 'commonjs', scripts, devDependencies: wanted };
    const note = `created, with ${Object.keys(wanted).join(', ')}`;
    return { path, type: 'create', text: `${JSON.stringify(manifest, null, 2)}\n`, note };
  }
  const { text, manifest } = found;
  const installed = { ...manifest.dependencies, ...manifest.devDependencies };
  const missing = Object.entries(wanted).filter(([name]) => !(name in installed));
  if (missing.length === 0) {
    return { path, type: 'leave', note: 'unchanged: it has all devDependencies' };
  }
  const devDependencies = Object.fromEntries(
    [...Object.entries(manifest.devDependencies ?? {}), ...missing].toSorted(([first], [second]) =>
      first < second ? -1 : 1,
    ),
  );
  const indent = detectIndent(text).indent || '  ';
  const end = text.endsWith('\n') ? '\n' : '';
  return {
    path,
    type: 'add',
    text: `${JSON.stringify({ ...manifest, devDependencies }, null, indent)}${end}`,
    note: `added to devDependencies: ${missing.map(([name]) => name).join(', ')}`,
  };
}

/**
 * The devDependencies of a project of Actions, each in the version that is installed here: this command, the kit,
 * the types and Node's types; and a runner for a project that has none, in any version that the kit supports.
 */
export function listWantedDependencies(
  newRunner: Runner | undefined,
): Readonly<Record<string, string>> {
  const kit = manifestOf('@signup-actions/testing');
  const runner = newRunner && { [newRunner]: kit.peerDependencies?.[newRunner] ?? '*' };
  return {
    '@signup-actions/cli': caret(manifestOf('@signup-actions/cli')),
    '@signup-actions/testing': caret(kit),
    '@signup-actions/types': caret(manifestOf('@signup-actions/types')),
    '@types/node': caret(manifestOf('@types/node')),
    ...runner,
  };
}

const caret = ({ version }: Manifest): string => `^${version}`;

const manifestOf = (name: string): Manifest =>
  JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(`${name}/package.json`)), 'utf8'));
