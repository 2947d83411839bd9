import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Runner } from './find-runner.ts';
import type { Manifest } from './read-manifest.ts';

/**
 * The devDependencies that a project of Actions has: this command, the kit, the types, and Node's types,
 * each as it is installed here; and the default runner where there is none, in any version that the kit takes.
 */
export function wantedDependencies(
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
