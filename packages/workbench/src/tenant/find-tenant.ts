import type { TenantFiles } from './tenant-files.ts';

/** The first exported tenant in a folder and its subfolders, as a path relative to the folder; `.` for the folder itself. */
export async function findTenant(
  folder: string,
  { listFiles, paths: { dirname } }: TenantFiles,
): Promise<string | undefined> {
  const files = await listFiles(folder, { isDeep: true });
  const triggers = files.find((file) => /(^|\/)triggers\/triggers\.json$/.test(file));
  if (triggers !== undefined) return dirname(dirname(triggers));
  const yaml = files.find((file) => /(^|\/)tenant\.yaml$/.test(file));
  return yaml && dirname(yaml);
}
