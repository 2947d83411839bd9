import { editorOptions } from '@signup-actions/workbench';
import ts from 'typescript-js';
import { expect, it } from 'vitest';
import { readText } from './read-pages.ts';

it.each(['docs/tsconfig.json', 'examples/tsconfig.json'])(
  '%s has the settings that init writes',
  (file) => {
    const { config } = ts.parseConfigFileTextToJson(file, readText(file));

    expect(config.compilerOptions).toMatchObject(editorOptions);
  },
);
