import type { Comment, Program } from 'oxc-parser';
import type { ActionSource } from '../../platform/action.ts';
import { lineAt, type Finding } from '../findings/finding.ts';

/** A parser of JavaScript and, in Node, TypeScript: oxc in Node, acorn in a page. */
export interface Parser {
  readonly parse: (source: string, options: ParseOptions) => ParseResult;
}

/** How a source is to be parsed. */
export interface ParseOptions {
  readonly language: ActionSource['language'];
  /** `commonjs` allows `return` at the top; `unambiguous` is a module if it has `import` or `export` statements. */
  readonly sourceType: 'commonjs' | 'unambiguous';
}

/** What a parser makes of a source. */
export interface ParseResult {
  /** An ESTree program; empty if there are errors. */
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** Whether it has `import` or `export` statements. */
  readonly isModule: boolean;
  readonly errors: readonly ParseError[];
}

/** Where a source does not parse. */
export interface ParseError {
  readonly message: string;
  readonly offset: number;
  /** The offset of the bracket that a comma or its closing bracket was expected for, if that is what is missing. */
  readonly opened?: number | undefined;
}

/** A source and the name of its file. */
export type SourceFile = Pick<ActionSource, 'file' | 'source'>;

/** A parsed source. */
export interface ParsedSource extends SourceFile, Omit<ParseResult, 'errors'> {
  readonly isTypeScript: boolean;
  /** Where the source does not parse; then the program is empty. */
  readonly syntaxErrors: readonly Finding[];
}

const parsedSources = new WeakMap<SourceFile, ParsedSource>();

/** Parses the source of an Action, once: JavaScript, or TypeScript if the name of its file says so. */
export function parseAction(parser: Parser, file: SourceFile): ParsedSource {
  const known = parsedSources.get(file) ?? parse(parser, file);
  parsedSources.set(file, known);
  return known;
}

function parse(parser: Parser, { file, source }: SourceFile): ParsedSource {
  const isTypeScript = /\.[cm]?ts$/.test(file);
  const language = isTypeScript ? 'typescript' : 'javascript';
  // `import` and `export` parse whatever the file is called: that the platform rejects them is a rule of its own.
  const unambiguous = parser.parse(source, { language, sourceType: 'unambiguous' });
  // Only CommonJS may return at the top.
  const commonjs =
    unambiguous.errors.length > 0
      ? parser.parse(source, { language, sourceType: 'commonjs' })
      : unambiguous;
  const { errors, ...parsed } = commonjs.errors.length > 0 ? unambiguous : commonjs;
  const syntaxErrors = errors.map((error) => {
    const { offset, message } = placeError(source, error);
    const line = lineAt(source, offset);
    const why = explainLine(source.split('\n')[line - 1] ?? '', message.replace(/\.$/, ''));
    const text = `The code does not parse: ${why}.`;
    return { file, line, rule: 'syntax' as const, message: text };
  });
  return { ...parsed, file, source, isTypeScript, syntaxErrors };
}

/** Why a line does not parse, if it is written in another language. */
function explainLine(text: string, message: string): string {
  if (/^\s*#(?![!\w])/.test(text)) return 'a comment begins with //, not with #';
  return /[$%]\{\s*\w/.test(text)
    ? `${message}; if the file is a Terraform template, use what Terraform makes of it`
    : message;
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** A parser notices at the next token that something is missing: this is where its author has to add it. */
function placeError(source: string, { message, offset, opened }: ParseError): ParseError {
  const end = source.slice(0, offset).trimEnd().length;
  if (opened === undefined) {
    const isEnd = source.slice(end).trim() === '';
    return {
      message: message.replace('`EOF`', 'the end of the file'),
      offset: isEnd ? end : offset,
    };
  }
  const bracket = source[opened] ?? '';
  if (source.slice(offset).trim() === '')
    return { message: `the \`${bracket}\` of this line is not closed`, offset: opened };
  if (!source.slice(end, offset).includes('\n')) return { message, offset };
  const closer = closers[bracket];
  return { message: `a \`,\` or \`${closer}\` is missing at the end of this line`, offset: end };
}
