import { dirname, join, relative, sep } from 'node:path';
import type { Dependency } from '@signup-actions/workbench';
import { listFiles } from '../files/find-files.ts';
import { readExport } from '../load/read-export.ts';
import { UsageError } from '../usage-error.ts';
import { readNearbyAction, type NearbyAction } from './find-actions.ts';

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
  const [triggers] = await listFiles(folder, '**/triggers/triggers.json');
  const [yaml] = await listFiles(folder, '**/tenant.yaml');
  const root = triggers === undefined ? yaml && dirname(yaml) : dirname(dirname(triggers));
  if (root === undefined) return undefined;
  const sources = await readExport(join(folder, root)).catch((error: unknown) => {
    if (error instanceof UsageError) return undefined;
    throw error;
  });
  if (!sources) return undefined;
  const actions = sources.map(async ({ name, file, declaredSecrets = [] }) => {
    const action = await readNearbyAction(
      folder,
      relative(folder, file).split(sep).join('/'),
      name,
    );
    const secrets = new Set([...declaredSecrets.map((secret) => secret.name), ...action.secrets]);
    return { ...action, secrets: [...secrets] };
  });
  return {
    root,
    actions: await Promise.all(actions),
    dependencies: sources.flatMap(({ dependencies }) => dependencies),
  };
}
