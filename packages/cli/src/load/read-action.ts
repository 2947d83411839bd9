import { basename, dirname, extname } from 'node:path';
import type { ActionSource } from '@signup-actions/workbench';
import { readText } from '../files/read-text.ts';
import { UsageError } from '../usage-error.ts';
import { tenantForms } from './tenant/tenant-forms.ts';

const languages: { readonly [extension: string]: ActionSource['language'] } = {
  '.js': 'javascript',
  '.cjs': 'javascript',
  '.ts': 'typescript',
  '.cts': 'typescript',
};

/** Reads an Action file; its extension tells the language. */
export async function readAction(
  file: string,
  name: string = toActionName(file),
): Promise<ActionSource> {
  const language = languages[extname(file)];
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
export function toActionName(file: string): string {
  const name = basename(file, extname(file));
  return name === 'code' || name === 'index' ? basename(dirname(file)) : name;
}
