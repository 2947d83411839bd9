import { isJsonObject } from '../../files/json.ts';
import { readAction } from '../read-action.ts';
import type { DeclaredCode, Marks } from '../declared-tenant.ts';
import { replaceMarks } from '../replace-marks.ts';
import type { TenantFiles } from '../tenant-files.ts';

/** Where an export keeps a piece of code. */
interface CodePlace {
  /** Absolute path of the exported folder. */
  readonly root: string;
  /** The folder in it that has code of this kind. */
  readonly place: string;
  /** Absolute path of the file that declares the code. */
  readonly file: string;
  readonly marks: Marks;
  readonly files: TenantFiles;
}

/** Reads code that an export keeps in a file of its own. */
export async function readExportedCode(
  data: unknown,
  where: CodePlace,
): ReturnType<DeclaredCode['readCode']> {
  const { name = '', code = '' } = isJsonObject(data) ? data : {};
  const { file, source, language } = await readAction(
    await findCode(String(name), String(code), where),
    where.files,
  );
  return { file, language, source: replaceMarks(source, where.marks) };
}

/**
 * The tool writes the path relative to where it ran, or an absolute one; the export may have moved since. It names the
 * folder of an Action like the Action's own file, which a name with slashes cannot be.
 */
async function findCode(
  name: string,
  code: string,
  { root, place, file: declaredIn, files }: CodePlace,
): Promise<string> {
  const { basename, dirname, join, resolve } = files.paths;
  const inPlace = join(root, place, name, 'code.js');
  const parts = code.split(/[\\/]/);
  const beside = join(root, place, basename(declaredIn, '.json'), 'code.js');
  const path = parts.join('/');
  const candidates = [
    resolve(root, path),
    resolve(dirname(root), path),
    join(root, ...parts.slice(-3)),
    ...(declaredIn.endsWith('.json') ? [beside] : []),
    inPlace,
  ];
  for (const file of candidates) if (await files.exists(file)) return file;
  return inPlace;
}
