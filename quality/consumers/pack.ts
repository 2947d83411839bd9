import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/toolchain.js';
import { run } from './run.ts';

/** Where a package has been packed, by its name. */
export type Tarballs = Readonly<Record<string, string>>;

/** Packs the packages that are published into a folder, as they would be published. */
export async function packPackages(folder: string): Promise<Tarballs> {
  const packages = globSync('packages/*/package.json', { cwd: root })
    .map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest)
    .filter((manifest) => !manifest.private);
  const filters = packages.map(({ name }) => `--filter=${name}`);
  const pack = ['pnpm', '--recursive', ...filters, 'pack', '--pack-destination', folder];
  await run(pack, { cwd: root, env: process.env });
  return Object.fromEntries(
    packages.map(({ name, version }) => [
      name,
      `file:${folder}/${name.replace('@', '').replace('/', '-')}-${version}.tgz`,
    ]),
  );
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
}
