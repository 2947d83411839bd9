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
import { toFreeName } from '../state/to-free-name.ts';
import type { OpenedFile } from './opened-file.ts';
import type { Opened } from './opened.ts';
import { createPageFiles } from './page-files.ts';
import { isTrace, readTrace } from './read-trace.ts';

/** Reads opened files: a trace, a tenant in any form that the command line reads, or files of Actions. */
export async function readOpened(opened: readonly OpenedFile[]): Promise<Opened> {
  if (opened.length === 0) throw new UsageError('Failed to open: there is no file.');
  const [only, ...others] = opened;
  if (only && others.length === 0 && only.path.endsWith('.json')) {
    const text = await only.read();
    if (isTrace(text)) return readTrace(text, only.path);
  }
  const { actions, notes, unbound } = await readTenantOf(opened, createPageFiles(opened));
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
      ...listValueNotes([...actions, ...modules]),
    ],
  };
}

async function readTenantOf(
  opened: readonly OpenedFile[],
  files: TenantFiles,
): Promise<Pick<Tenant, 'actions' | 'notes' | 'unbound'>> {
  const [first, second] = opened;
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

/** The folder that was opened, if everything is in one. */
function toCommonFolder(opened: readonly OpenedFile[]): string {
  const [name = '', ...others] = new Set(opened.map(({ path }) => path.split('/')[0]));
  return others.length === 0 ? `/${name}` : '/';
}

const toCode = ({ name, source, declaredSecrets = [] }: ModuleSource) => ({
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
      const broken = checkPin(pin);
      return broken ? [`${name}: ${broken.message}`] : [];
    }),
  );

function listValueNotes(sources: readonly ModuleSource[]): readonly string[] {
  const without = sources.flatMap(({ name, declaredSecrets = [] }) =>
    declaredSecrets
      .filter(({ value }) => value === undefined)
      .map((secret) => `${secret.name} of ${name}`),
  );
  return without.length > 0 ? [`Secrets without a value: ${without.join(', ')}.`] : [];
}
