import {
  checkPin,
  listModules,
  readAction,
  type ActionSource,
  type ModuleSource,
  type TenantFiles,
} from '@signup-actions/workbench';
import { UsageError } from '@signup-actions/workbench/files';
import {
  findTenant,
  hasTenant,
  readLoose,
  readTenant,
  type Tenant,
} from '@signup-actions/workbench/tenant';
import { acornParser } from '../check/acorn-parser.ts';
import { pageWays } from '../check/page-ways.ts';
import { toFreeName } from '../state/to-free-name.ts';
import type { OpenedFile } from './opened-file.ts';
import type { OpenedCode } from './opened.ts';
import { createPageFiles } from './page-files.ts';

/** Actions as the command line reads them, and what the visitor should know. */
export type ReadCode = Pick<Tenant, 'actions' | 'notes' | 'unbound'>;

/** Converts Actions, and the modules that they list or are given. */
export function toOpenedCode({ actions, notes, unbound }: ReadCode): OpenedCode {
  const modules = listModules(actions);
  return {
    actions: withOwnNames(actions).map((action) => ({
      ...toCode(action),
      configuration: [],
    })),
    ...(modules.length > 0 && { modules: withOwnNames(modules).map(toCode) }),
    notes: [
      ...notes,
      ...(unbound.length > 0
        ? [`Not bound, so left out: ${unbound.map(({ name }) => name).join(', ')}.`]
        : []),
      ...listPinNotes(actions),
    ],
  };
}

/** Reads a tenant in any form that the command line reads, or files of Actions. */
export async function readCode(
  opened: readonly OpenedFile[],
  files: TenantFiles = createPageFiles(opened),
): Promise<ReadCode> {
  const [first, second] = opened;
  if (first && !second && !first.path.includes('/') && !isReadable(first.path)) {
    throw new UsageError(
      `Failed to open ${first.path}: the playground reads Actions (.js, .cjs, .ts or .cts), test cases (.signup.json or .signup.yaml), traces, and tenants (a folder, a tenant.yaml, or JSON of Terraform or of the Management API).`,
    );
  }
  const isCode = opened.every(({ path }) => /\.[cm]?[jt]s$/.test(path) && !path.includes('/'));
  if (isCode) {
    const actions = opened.map(({ path }) => readAction(`/${path}`, files));
    return { actions: await Promise.all(actions), notes: [], unbound: [] };
  }
  if (first && !second && !first.path.includes('/')) return readTenant(`/${first.path}`, files);
  const found = await findTenant('/', files);
  const folder = found === undefined ? toCommonFolder(opened) : files.paths.join('/', found);
  if (!(await hasTenant(folder, files))) {
    const loose = await readLoose(folder, files, acornParser);
    if (loose.actions.length > 0) return { ...loose, notes: [] };
  }
  return readTenant(folder, files);
}

/** Whether a file can be anything that is read. */
const isReadable = (path: string): boolean => /\.([cm]?[jt]s|json|ya?ml|tf|tfstate)$/i.test(path);

/** The folder that was opened, if everything is in one. */
function toCommonFolder(opened: readonly OpenedFile[]): string {
  const [name = '', ...others] = new Set(opened.map(({ path }) => path.split('/')[0]));
  return others.length === 0 ? `/${name}` : '/';
}

const toCode = ({ name, source, language, declaredSecrets = [] }: ModuleSource) => ({
  ...(language === 'typescript' && { language }),
  name,
  code: source,
  secrets: declaredSecrets.map(({ name: secret, value = '' }): [string, string] => [secret, value]),
});

function withOwnNames<Source extends { readonly name: string }>(
  sources: readonly Source[],
): readonly Source[] {
  const named: Source[] = [];
  for (const source of sources) {
    named.push({ ...source, name: toFreeName(source.name.slice(0, 90), named) });
  }
  return named;
}

/** The modules whose code here is not what the platform has. */
const listPinNotes = (actions: readonly ActionSource[]): readonly string[] =>
  actions.flatMap(({ name, modules = [] }) =>
    modules.flatMap((pin) => {
      const broken = checkPin(pin, pageWays);
      return broken ? [`${name}: ${broken.message}`] : [];
    }),
  );
