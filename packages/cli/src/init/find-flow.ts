import { join } from 'node:path';
import type { ActionSource, Dependency } from '@signup-actions/workbench';
import { findTenant, readTenant } from '@signup-actions/workbench/tenant';
import { toRelativePath } from '../files/paths.ts';
import { machineFiles } from '../load/machine-files.ts';
import { UsageError } from '../usage-error.ts';
import { readNearbyAction, type NearbyAction, type NearbyModule } from './find-actions.ts';

/** The flow that the deploy tool exported into a folder. */
export interface NearbyFlow {
  /** Path of the export inside the folder; `.` if they are the same. */
  readonly root: string;
  /** The bound Actions, in binding order (F1). */
  readonly actions: readonly NearbyAction[];
  /** The packages that these Actions declare. */
  readonly dependencies: readonly Dependency[];
}

/**
 * Finds the first exported flow in a folder and its subfolders. An export that cannot be read or that binds no Action
 * has none.
 */
export async function findFlow(folder: string): Promise<NearbyFlow | undefined> {
  const root = await findTenant(folder, machineFiles);
  if (root === undefined) return undefined;
  const tenant = await readTenant(join(folder, root), machineFiles).catch((error: unknown) => {
    if (error instanceof UsageError) return undefined;
    throw error;
  });
  if (!tenant) return undefined;
  const sources = tenant.actions;
  const toPath = (file: string): string => toRelativePath(folder, file);
  const actions = sources.map(async ({ name, file, declaredSecrets, modules }) => {
    const action = await readNearbyAction(folder, toPath(file), name);
    const declared = declaredSecrets?.map((secret) => secret.name);
    return {
      ...action,
      secrets: [...new Set([...(declared ?? []), ...action.secrets])],
      ...(declared && { declaredSecrets: declared }),
      modules: action.modules.map((module) => locateModule(module, modules, toPath)),
    };
  });
  return {
    root,
    actions: await Promise.all(actions),
    dependencies: sources.flatMap(({ dependencies }) => dependencies),
  };
}

/** A module with what the export says of it. */
function locateModule(
  module: NearbyModule,
  pins: ActionSource['modules'],
  toPath: (file: string) => string,
): NearbyModule {
  const source = pins?.find(({ name }) => name === module.name)?.source;
  if (!source) return module;
  const secrets = (source.declaredSecrets ?? []).map(({ name }) => name);
  return { ...module, path: toPath(source.file), secrets };
}
