import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('../src', import.meta.url));
const read = (file: string): string => readFileSync(`${sources}/${file}`, 'utf8');

/** Brings every name that an entry exports into scope. */
const importAll = (entry: string, specifier: string): string =>
  read(entry).replaceAll(
    /export type (\{[^}]*\}) from '[^']*'/g,
    `import type $1 from '${specifier}'`,
  );

const prelude = `
${importAll('index.ts', '@signup-actions/types')}
${importAll('v1.ts', '@signup-actions/types/v1')}
declare const event: Event;
declare const api: PreUserRegistrationAPI;
declare const console: { log(text: string): void };
`;

/** The examples in our comments, each as a program: in a handler, unless it exports something itself. */
export const examples = globSync('**/*.ts', { cwd: sources }).flatMap((source) =>
  [...read(source).matchAll(/```ts\n(?<example>.*?)```/gs)].map(({ groups }, index) => {
    const example = (groups?.['example'] ?? '').replaceAll(/^ *\* ?/gm, '');
    const program = example.includes('export ')
      ? example
      : `export const example = async (): Promise<unknown> => {\n${example}return;\n};\n`;
    const file = `${source.replaceAll(/\W/g, '-')}-${index + 1}.ts`;
    return { file, program: prelude + program };
  }),
);
