import { readFileSync } from 'node:fs';
import { packageNames } from '../../scripts/release/package-names.js';
import { runtimes } from '../../scripts/runtimes.ts';
import { ownNode } from '../../scripts/toolchain.js';
import { consumers, type Consumer } from '../../quality/consumers/list.ts';

/** The parts of a package's manifest that say what it works with. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly engines?: { readonly node?: string };
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The page of what each package supports and what tests install, from the lists that the packages and tests use. */
export function formatSupport(root: string): string {
  const manifests = packageNames.map(
    (name) => JSON.parse(readFileSync(`${root}/packages/${name}/package.json`, 'utf8')) as Manifest,
  );
  return [
    '---\ndescription: Which versions of Node, TypeScript, test runners and runtimes the packages support, and which ones tests install\neditLink: false\n---',
    '# Support',
    'What each package needs, and the projects in which its published form is tested. Both tables come from the lists that the packages and their tests use.',
    '## Packages',
    toTable(
      ['package', 'version', 'Node', 'beside'],
      manifests.map(({ name, version, engines, peerDependencies = {} }) => [
        `\`${name}\``,
        version === '0.0.0' ? 'not released yet' : version,
        engines?.node ?? 'any',
        Object.entries(peerDependencies)
          .map(([peer, range]) => `\`${peer}\` ${range}`)
          .join(', '),
      ]),
    ),
    'The engine and the hooks also run in browsers, Deno, Bun and Cloudflare Workers. Types need TypeScript 5.4 or later.',
    '## Tested projects',
    'Each of these projects installs the packed packages as you would, and runs its tests.',
    toTable(
      ['project', 'package manager', 'Node', 'versions'],
      consumers
        .filter(isSupported)
        .map(({ name, manager = 'npm', node = ownNode, install = {} }) => [
          name,
          manager.replace(/^yarn-.*/, 'yarn'),
          node,
          Object.entries(install)
            .map(([dependency, range]) => `\`${dependency}\` ${range}`)
            .join(', '),
        ]),
    ),
    '## Tested runtimes',
    toTable(
      ['runtime', 'version'],
      Object.entries(runtimes).map(([name, version]) => [`\`${name}\``, version]),
    ),
    'The browser is Chromium, and the playground also opens in Firefox.',
  ].join('\n\n');
}

/** Others have to fail, with a message that says what is missing. */
const isSupported = ({ fails = {} }: Consumer): boolean => !('test' in fails);

const toTable = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
