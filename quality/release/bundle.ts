import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const entry = fileURLToPath(new URL('entry.js', import.meta.url));

/** What a bundler makes of a program that uses the built packages, minified. */
export async function bundle(program: string): Promise<string> {
  const built = await rolldown({
    input: 'entry',
    // The application has it anyway.
    external: [/^better-auth/],
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? { id: entry } : null),
        load: (id) => (id === entry ? program : null),
      },
    ],
  });
  const { output } = await built.generate({ minify: true });
  await built.close();
  return output[0].code;
}
