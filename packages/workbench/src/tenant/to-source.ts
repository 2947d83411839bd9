import { isJsonObject } from '../files/json.ts';
import { UsageError } from '../files/usage-error.ts';
import type { ActionSource, ModulePin } from '../platform/action.ts';
import type { DeclaredCode, DeclaredTenant } from './declared-tenant.ts';
import { toExportedAction, toExportedModule, type ExportedCode } from './export-format.ts';
import { explainMark, findMarks } from './replace-marks.ts';

/** A declared Action with its code and its modules. Throws a {@link UsageError} if it is not whole. */
export async function toSource(
  declared: DeclaredCode,
  { modules }: DeclaredTenant,
  displayName?: string,
): Promise<ActionSource> {
  if (declared.unknown !== undefined) throw new UsageError(declared.unknown);
  const action = toExportedAction(declared.data, declared.file);
  // Before the deploy tool knew modules, it exported no list of them.
  const pins = action.modules ?? (modules.length > 0 ? [] : undefined);
  return {
    ...(await readCode(action, declared)),
    deployment: { ...action.deployment, ...(displayName !== undefined && { displayName }) },
    ...(pins && { modules: await Promise.all(pins.map((pin) => toPinned(pin, modules))) }),
  };
}

async function toPinned(
  pin: Omit<ModulePin, 'source'>,
  modules: readonly DeclaredCode[],
): Promise<ModulePin> {
  const found = findNamed(modules, pin.name);
  if (!found) return pin;
  const module = toExportedModule(found.data, found.file);
  const { version, isDraft } = module;
  const source = {
    ...(await readCode(module, found)),
    ...(version !== undefined && { version }),
    ...(isDraft !== undefined && { isDraft }),
  };
  return { ...pin, source };
}

/** The code of an Action or of a module, with what is declared of it. */
async function readCode(
  { name, secrets, dependencies, file: declaredIn }: ExportedCode,
  declared: DeclaredCode,
): Promise<Omit<ActionSource, 'modules'>> {
  const [mark] = findMarks(name);
  if (mark !== undefined) throw new UsageError(explainMark(declaredIn, mark));
  return {
    name,
    ...(await declared.readCode()),
    ...(secrets && { declaredSecrets: secrets }),
    // What a mark stands for cannot be held against the code.
    ...(secrets && dependencies && { declaredIn }),
    dependencies: dependencies ?? [],
  };
}

/** The Action or the module of this name; absent if there is none. */
export const findNamed = (list: readonly DeclaredCode[], name: string): DeclaredCode | undefined =>
  list.find(({ data }) => isJsonObject(data) && data['name'] === name);
