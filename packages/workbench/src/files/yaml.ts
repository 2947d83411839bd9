import { UsageError } from './usage-error.ts';

/** How to parse YAML. */
interface YamlOptions {
  /** Whether `@@NAME@@` may begin a value, which the deploy tool replaces before it reads the file as YAML. */
  readonly allowsMarks?: boolean;
}

/**
 * Parses YAML with merge keys, and loads the parser for that; `file` is named in the {@link UsageError} that it throws
 * for anything else.
 */
export async function parseYaml(
  text: string,
  file: string,
  { allowsMarks = false }: YamlOptions = {},
): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  // Most tools read YAML 1.1, which has `<<`.
  const document = parseDocument(text, { merge: true });
  const error = document.errors.find(({ code }) => !allowsMarks || code !== 'BAD_SCALAR_START');
  if (!error) return document.toJS();
  const [why = ''] = error.message.split('\n');
  throw new UsageError(`Failed to read ${file}: it is not YAML (${why.replace(/:$/, '')}).`);
}
