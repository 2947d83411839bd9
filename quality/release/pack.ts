import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a user downloads. */
export interface Packed {
  readonly files: readonly string[];
  /** Of the compressed archive, up to the next fifty: small changes are none. */
  readonly kB: number;
  readonly manifest: Readonly<Record<string, unknown>>;
}

const packages = fileURLToPath(new URL('../../packages', import.meta.url));

/** Packs a package as it would be published. */
export function pack(name: string): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-pack-'));
  const run = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { cwd: join(packages, name), encoding: 'utf8' });
  const archive = join(folder, 'package.tgz');
  run('pnpm', 'pack', '--config.ignore-scripts=true', '--out', archive);
  const files = run('tar', '--list', '--file', archive).trim().split('\n');
  const manifest = run(
    'tar',
    '--extract',
    '--to-stdout',
    '--file',
    archive,
    'package/package.json',
  );
  const { size } = statSync(archive);
  rmSync(folder, { recursive: true });
  return {
    // Bundlers name what entries share by its contents.
    files: files
      .map((file) => file.replace(/^package\//, '').replace(/-[\w-]{8}\./, '-….'))
      .toSorted(),
    kB: Math.ceil(size / 50_000) * 50,
    manifest: JSON.parse(manifest),
  };
}
