import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('../src', import.meta.url));
const read = (file: string): string => readFileSync(`${sources}/${file}`, 'utf8');

/** The names that an entry exports, its own and those of other files. */
const namesOf = (entry: string): readonly string[] =>
  [...read(entry).matchAll(/^export (?:interface (\w+)|type (\w+)|type \{([^}]*)\})/gm)]
    .flatMap(([, ...names]) => names.join('').split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');

const prelude = `
import type { ${namesOf('index.ts').join()} } from '@signup-actions/types';
import type { ${namesOf('v1.ts').join()} } from '@signup-actions/types/v1';
declare const event: Event;
declare const api: PreUserRegistrationAPI;
declare const console: { log(text: string): void };
`;

/** The examples in our comments as programs. An example that exports nothing becomes the body of a function. */
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
