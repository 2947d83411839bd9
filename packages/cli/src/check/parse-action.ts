import { extname } from 'node:path';
import { parseSync, type Comment, type Program } from 'oxc-parser';
import type { ActionSource } from '../load/action-source.ts';
import { lineAt, type Finding } from './finding.ts';

/** An Action whose source has been parsed. */
export interface ParsedAction extends ActionSource {
  readonly isTypeScript: boolean;
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** Whether it has `import` or `export` statements. */
  readonly isModule: boolean;
  /** Where the parser gave up; then the program is empty. */
  readonly syntaxErrors: readonly Finding[];
}

/** Parses the source of an Action: JavaScript or, by its file's name, TypeScript. */
export function parseAction(source: ActionSource): ParsedAction {
  const { file, code } = source;
  const isTypeScript = ['.ts', '.cts', '.mts'].includes(extname(file));
  // Whatever the file is called, import and export parse: that they are refused is a rule, with its own sentence.
  const { program, comments, module, errors } = parseSync(file, code, {
    lang: isTypeScript ? 'ts' : 'js',
    sourceType: 'unambiguous',
    preserveParens: false,
  });
  const syntaxErrors = errors.map(({ message, labels }) => ({
    file,
    line: lineAt(code, labels[0]?.start ?? 0),
    rule: 'syntax' as const,
    message: `The code does not parse: ${message.replace(/\.$/, '')}.`,
  }));
  return {
    ...source,
    isTypeScript,
    program,
    comments,
    isModule: module.hasModuleSyntax,
    syntaxErrors,
  };
}
