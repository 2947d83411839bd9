import { UsageError } from '../usage-error.ts';

/** Parses YAML, and loads the parser for that; `file` is named in the {@link UsageError} that it throws for anything else. */
export async function parseYaml(text: string, file: string): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text);
  const [error] = document.errors;
  if (!error) return document.toJS();
  const [why = ''] = error.message.split('\n');
  throw new UsageError(`Failed to read ${file}: it is not YAML (${why.replace(/:$/, '')}).`);
}
