import detectIndent from 'detect-indent';
import { runnerCommands, type Runner } from './find-runner.ts';
import type { Manifest } from './read-manifest.ts';
import type { Step } from './step.ts';

const path = 'package.json';

/** Adds the dependencies that are missing, in the order that package managers keep, and creates the file if need be. */
export function planManifest(
  found: { readonly text: string; readonly manifest: Manifest } | undefined,
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
    return { path, type: 'leave', note: 'left alone: it has all devDependencies already' };
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
