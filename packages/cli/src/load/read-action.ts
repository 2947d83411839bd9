import { extname } from 'node:path';
import { UsageError } from '../usage-error.ts';
import type { ActionSource } from '@signup-actions/workbench';
import { readText } from './read-text.ts';

const languages: { readonly [extension: string]: ActionSource['language'] } = {
  '.js': 'javascript',
  '.cjs': 'javascript',
  '.ts': 'typescript',
  '.cts': 'typescript',
};

/** The Action in a file, told by its extension. */
export async function readAction(name: string, file: string): Promise<ActionSource> {
  const language = languages[extname(file)];
  if (!language) {
    const extensions = Object.keys(languages).join(', ');
    throw new UsageError(
      `Failed to read ${file}: an Action is a file that ends in one of ${extensions}.\nName such a file, a folder that the deploy tool exported, or a tenant.yaml.`,
    );
  }
  return { name, file, source: await readText(file), language, dependencies: [] };
}
