import { transform } from 'sucrase';
import { UsageError } from '../usage-error.ts';

/**
 * TypeScript as the JavaScript that the platform takes. Every line stays where it was, so that places in
 * errors and reports are those of the source, with no source map.
 */
export function transpile(source: string, file: string): string {
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
