import { extname } from 'node:path';
import { parseSync, type Comment, type Program } from 'oxc-parser';
import type { ActionSource } from '../load/action-source.ts';
import { lineAt, type Finding } from './finding.ts';

/** What has to be there of an Action for its source to be parsed. */
type Unparsed = Pick<ActionSource, 'file' | 'source'>;

/** The source of an Action, parsed. */
export interface ParsedSource extends Unparsed {
  readonly isTypeScript: boolean;
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** Whether it has `import` or `export` statements. */
  readonly isModule: boolean;
  /** Where the parser gave up; then the program is empty. */
  readonly syntaxErrors: readonly Finding[];
}

/** An Action whose source has been parsed. */
export type ParsedAction = ActionSource & ParsedSource;

/** Parses the source of an Action: JavaScript or, by its file's name, TypeScript. */
export function parseAction<Source extends Unparsed>(action: Source): ParsedSource & Source {
  const { file, source } = action;
  const isTypeScript = ['.ts', '.cts', '.mts'].includes(extname(file));
  // Whatever the file is called, import and export parse: that they are refused is a rule, with its own sentence.
  const { program, comments, module, errors } = parseSync(file, source, {
    lang: isTypeScript ? 'ts' : 'js',
    sourceType: 'unambiguous',
    preserveParens: false,
  });
  const syntaxErrors = errors.map(({ message, labels }) => ({
    file,
    line: lineAt(source, labels[0]?.start ?? 0),
    rule: 'syntax' as const,
    message: `The code does not parse: ${message.replace(/\.$/, '')}.`,
  }));
  return {
    ...action,
    isTypeScript,
    program,
    comments,
    isModule: module.hasModuleSyntax,
    syntaxErrors,
  };
}
