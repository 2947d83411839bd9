import {
  findExceededLimit,
  type ActionSource,
  type RunnableAction,
} from '@signup-actions/workbench';
import { UsageError } from '../usage-error.ts';
import { assertCompiles } from './assert-compiles.ts';

/** The Actions with the code that would be deployed. Throws a {@link UsageError} for code that the platform rejects. */
export async function toRunnable(
  sources: readonly ActionSource[],
): Promise<readonly RunnableAction[]> {
  const actions = await Promise.all(
    sources.map(async (action) => ({ ...action, code: await toCode(action) })),
  );
  const exceeded = findExceededLimit(actions);
  if (exceeded !== undefined) throw new UsageError(exceeded);
  for (const action of actions) await assertCompiles(action);
  return actions;
}

const toCode = async ({ language, source, file }: ActionSource): Promise<string> =>
  language === 'typescript' ? transpile(source, file) : source;

/**
 * Transpiles TypeScript to JavaScript. Every line stays where it was, so errors and reports name places in the
 * source without a source map. Loads the compiler only when there is TypeScript.
 */
async function transpile(source: string, file: string): Promise<string> {
  const { transform } = await import('sucrase');
  try {
    const { code } = transform(source, {
      transforms: ['typescript', 'imports'],
      filePath: file,
      disableESTransforms: true,
      preserveDynamicImport: true,
    });
    return code;
  } catch (error) {
    const why = (error as Error).message.replace(`Error transforming ${file}: `, '');
    throw new UsageError(`Failed to read ${file}: it is not TypeScript (${why}).`);
  }
}
