import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A project with other versions of TypeScript, each under a name such as `typescript-5.4`. */
const elsewhere = process.env['SIGNUP_ACTIONS_TYPESCRIPTS'];

/** A compiler to run. */
export interface TypeScript {
  readonly version: string;
  readonly tsc: string;
}

/** The workspace's TypeScript and those of the project that `SIGNUP_ACTIONS_TYPESCRIPTS` names. */
export const typescripts: readonly TypeScript[] = [
  toTypeScript(import.meta.url, 'typescript'),
  ...(elsewhere === undefined ? [] : findOthers(`${elsewhere}/package.json`)),
];

function findOthers(manifest: string): readonly TypeScript[] {
  const { dependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return Object.keys(dependencies)
    .filter((name) => name.startsWith('typescript-'))
    .map((name) => toTypeScript(manifest, name));
}

function toTypeScript(from: string, name: string): TypeScript {
  const manifest = createRequire(from).resolve(`${name}/package.json`);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as TypeScript;
  return { version, tsc: manifest.replace('package.json', 'bin/tsc') };
}

/** Whether a TypeScript has at least this version, for example `5.5`. */
export function isSince({ version }: TypeScript, since: string): boolean {
  return version.localeCompare(since, 'en', { numeric: true }) >= 0;
}
