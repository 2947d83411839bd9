import { UsageError } from '../files/usage-error.ts';
import type { ActionSource } from '../platform/action.ts';
import type { TenantFiles } from './tenant-files.ts';
import { tenantForms } from './tenant-forms.ts';

const languages: { readonly [extension: string]: ActionSource['language'] } = {
  '.js': 'javascript',
  '.cjs': 'javascript',
  '.ts': 'typescript',
  '.cts': 'typescript',
};

/** Reads an Action file; its extension tells the language. */
export async function readAction(
  file: string,
  { paths, readText }: Pick<TenantFiles, 'paths' | 'readText'>,
  name: string = toActionName(file, paths),
): Promise<ActionSource> {
  const language = languages[paths.extname(file)];
  if (!language) {
    const extensions = new Intl.ListFormat('en', { type: 'disjunction' }).format(
      Object.keys(languages),
    );
    throw new UsageError(
      `Failed to read ${file}: an Action file must end in ${extensions}.\nPass an Action file, ${tenantForms}.`,
    );
  }
  return { name, file, source: await readText(file), language, dependencies: [] };
}

/** An Action file is named after itself; the `code.js` of an export after its folder. */
export function toActionName(
  file: string,
  { basename, dirname, extname }: TenantFiles['paths'],
): string {
  const name = basename(file, extname(file));
  return name === 'code' || name === 'index' ? basename(dirname(file)) : name;
}
