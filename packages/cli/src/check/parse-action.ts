import { parseSync, type Comment, type ParseResult, type Program } from 'oxc-parser';
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

/** Parses the source of an Action: JavaScript or, by its file's name, TypeScript. */
export function parseAction<Source extends Unparsed>(action: Source): ParsedSource & Source {
  const { file, source } = action;
  const isTypeScript = /\.[cm]?ts$/.test(file);
  // Whatever the file is called, import and export parse: that they are refused is a rule, with its own sentence.
  const parse = (sourceType: 'commonjs' | 'unambiguous'): ParseResult =>
    parseSync(file, source, {
      lang: isTypeScript ? 'ts' : 'js',
      sourceType,
      preserveParens: false,
    });
  const unambiguous = parse('unambiguous');
  // CommonJS may return where nothing else may: at the top.
  const commonjs = unambiguous.errors.length > 0 ? parse('commonjs') : unambiguous;
  const result = commonjs.errors.length > 0 ? unambiguous : commonjs;
  const { program, comments, module, errors } = result;
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
