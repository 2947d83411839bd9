import { UsageError } from '../files/index.ts';

/** Returns the JavaScript of an Action in TypeScript. Throws a {@link UsageError} that names the file if it is not TypeScript. */
export type Transpiler = (source: string, file: string) => string;

/**
 * Loads what transpiles TypeScript to JavaScript: only when there is TypeScript. Every line stays where it was, so errors
 * and reports name places in the source without a source map.
 */
export async function loadTranspiler(): Promise<Transpiler> {
  const { transform } = await import('sucrase');
  return (source, file) => {
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
  };
}
