import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { defaultLimits } from '@signup-actions/runtime-core';
import type { ActionSource, ModulePin } from '@signup-actions/workbench';
import { exists } from '../files/find-files.ts';
import { isJsonObject, parseJson, readJson } from '../files/json.ts';
import { readText } from '../files/read-text.ts';
import { UsageError } from '../usage-error.ts';
import {
  toBindings,
  toExportedAction,
  toExportedModule,
  type ExportedAction,
  type ExportedCode,
} from './export-format.ts';
import { readAction } from './read-action.ts';

/** The Actions bound to the trigger in a folder that the deploy tool exported, in binding order (F1). */
export async function readExport(folder: string): Promise<readonly ActionSource[]> {
  const triggersFile = join(folder, 'triggers', 'triggers.json');
  if (await exists(triggersFile)) {
    const names = toBindings(await readJson(triggersFile), triggersFile);
    const [actions, modules] = await Promise.all(
      ['actions', modulesFolder].map((name) => readExportedJsons(join(folder, name))),
    );
    return bindActions(
      names,
      { actions, modules },
      { folder, file: triggersFile, place: 'actions/' },
    );
  }
  const yamlFile = join(folder, 'tenant.yaml');
  if (await exists(yamlFile)) return readTenantYaml(yamlFile);
  throw new UsageError(
    `Failed to read ${folder}: an exported tenant has triggers/triggers.json or a tenant.yaml, but this folder has neither.`,
  );
}

/** The Actions bound to the trigger in a `tenant.yaml` of the deploy tool, in binding order (F1). */
export async function readTenantYaml(file: string): Promise<readonly ActionSource[]> {
  const tenant = await parseYaml(await readText(file), file);
  const { actions, actionModules, triggers } = isJsonObject(tenant) ? tenant : {};
  const names = toBindings(triggers, file);
  const toList = (list: unknown): readonly ExportedData[] =>
    (Array.isArray(list) ? list : []).map((data: unknown) => ({ data, file }));
  const exported = { actions: toList(actions), modules: toList(actionModules) };
  return bindActions(names, exported, {
    folder: dirname(file),
    file,
    place: 'its list of actions',
  });
}

/** Where an export has its Actions modules. */
const modulesFolder = 'action-modules';

async function readExportedJsons(folder: string): Promise<readonly ExportedData[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
  return Promise.all(files.map(async (file) => ({ data: await readExportedJson(file), file })));
}

/** The deploy tool replaces `@@NAME@@`, also without quotes around it, before it reads the file as JSON. */
async function readExportedJson(file: string): Promise<unknown> {
  const text = await readText(file);
  return parseJson(text.replaceAll(/([:[,]\s*)(@@\w+@@|##\w+##)(?=\s*[,\]}])/g, '$1"$2"'), file);
}

/** What an export says about an Action; only that of a bound one has to be whole. */
interface ExportedData {
  readonly data: unknown;
  readonly file: string;
}

/** Loads the parser only when there is YAML to parse. */
async function parseYaml(text: string, file: string): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text);
  // The deploy tool replaces `@@NAME@@` before it reads the file as YAML.
  const error = document.errors.find(({ code }) => code !== 'BAD_SCALAR_START');
  if (!error) return document.toJS();
  const [why = ''] = error.message.split('\n');
  throw new UsageError(`Failed to read ${file}: it is not YAML (${why.replace(/:$/, '')}).`);
}

/** Where an export keeps its bindings and its Actions. */
interface ExportPlaces {
  /** Absolute path of the exported folder. */
  readonly folder: string;
  /** Absolute path of the file with the bindings. */
  readonly file: string;
  /** Where the user finds the Actions in the export. */
  readonly place: string;
}

/** The code that an export holds. */
interface Exported {
  readonly actions: readonly ExportedData[] | undefined;
  readonly modules: readonly ExportedData[] | undefined;
}

/** The Actions of these names, in this order, with their sources. */
function bindActions(
  names: readonly string[],
  { actions = [], modules = [] }: Exported,
  { folder, file, place }: ExportPlaces,
): Promise<readonly ActionSource[]> {
  assertTenantModules(modules.length, folder);
  return Promise.all(
    names.map((name) => {
      const action = findNamed(actions, name);
      if (action) return toSource(toExportedAction(action.data, action.file), folder, modules);
      throw new UsageError(
        `Failed to read ${file}: it binds the Action ${JSON.stringify(name)}, but ${place} has no Action of that name.`,
      );
    }),
  );
}

const findNamed = (list: readonly ExportedData[], name: string): ExportedData | undefined =>
  list.find(({ data }) => isJsonObject(data) && data['name'] === name);

function assertTenantModules(count: number, folder: string): void {
  const { maxTenantModules } = defaultLimits;
  if (count <= maxTenantModules) return;
  throw new UsageError(
    `Failed to read ${folder}: the platform accepts at most ${maxTenantModules} Actions modules per tenant, but this export has ${count}: merge some of them.`,
  );
}

async function toSource(
  action: ExportedAction,
  folder: string,
  modules: readonly ExportedData[],
): Promise<ActionSource> {
  const source = await readCode(action, folder, 'actions');
  // Before the deploy tool knew modules, it exported no list of them.
  const pins = action.modules ?? (modules.length > 0 ? [] : undefined);
  return {
    ...source,
    deployment: action.deployment,
    ...(pins && {
      modules: await Promise.all(pins.map((pin) => toPinned(pin, folder, modules))),
    }),
  };
}

async function toPinned(
  pin: Omit<ModulePin, 'source'>,
  folder: string,
  modules: readonly ExportedData[],
): Promise<ModulePin> {
  const found = findNamed(modules, pin.name);
  if (!found) return pin;
  const module = toExportedModule(found.data, found.file);
  const { version, isDraft } = module;
  const source = {
    ...(await readCode(module, folder, modulesFolder)),
    ...(version !== undefined && { version }),
    ...(isDraft !== undefined && { isDraft }),
  };
  return { ...pin, source };
}

/** The code of an Action or of a module, with what the export declares of it. */
async function readCode(
  exported: ExportedCode,
  folder: string,
  place: string,
): Promise<Omit<ActionSource, 'modules'>> {
  const { name, secrets, dependencies, file: declaredIn } = exported;
  const source = await readAction(await findCode(folder, exported, place), name);
  return {
    ...source,
    ...(secrets && { declaredSecrets: secrets }),
    // What a keyword stands for cannot be held against the code.
    ...(secrets && dependencies && { declaredIn }),
    dependencies: dependencies ?? [],
  };
}

/**
 * The tool writes the path relative to where it ran, or an absolute one; the export may have moved since. It names the
 * folder of an Action like the Action's own file, which a name with slashes cannot be.
 */
async function findCode(
  folder: string,
  { name, code, file: declaredIn }: ExportedCode,
  place: string,
): Promise<string> {
  const inPlace = join(folder, place, name, 'code.js');
  const parts = code.split(/[\\/]/);
  const beside = join(folder, place, basename(declaredIn, '.json'), 'code.js');
  const candidates = [
    resolve(folder, code),
    resolve(dirname(folder), code),
    join(folder, ...parts.slice(-3)),
    ...(declaredIn.endsWith('.json') ? [beside] : []),
    inPlace,
  ];
  for (const file of candidates) if (await exists(file)) return file;
  return inPlace;
}
