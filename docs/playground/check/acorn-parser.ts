import type { ParseError, Parser, ParseResult } from '@signup-actions/workbench';
import { parse, type Comment, type Options, type Program } from 'acorn';

/** Parses JavaScript in a page, where the command line's parser would be too large to load. */
export const acornParser: Parser = {
  parse(source, { sourceType }) {
    const script = parseAs(source, 'script', sourceType === 'commonjs');
    if (script.errors.length === 0 || sourceType === 'commonjs') return script;
    const module = parseAs(source, 'module', false);
    if (module.errors.length === 0 && module.isModule) return module;
    // The reading that came further names the better error.
    return firstOffset(module) > firstOffset(script) ? module : script;
  },
};

function parseAs(
  source: string,
  sourceType: 'module' | 'script',
  allowReturnOutsideFunction: boolean,
): ParseResult {
  const comments: Comment[] = [];
  const options: Options = {
    ecmaVersion: 'latest',
    sourceType,
    allowReturnOutsideFunction,
    allowHashBang: true,
    // As the analysis of scopes reads them.
    ranges: true,
    onComment: comments,
  };
  try {
    return toResult(parse(source, options), comments);
  } catch (error) {
    const { message, pos } = error as SyntaxError & { pos: number };
    const empty = parse('', { ecmaVersion: 'latest', sourceType });
    const text = message.replace(/ \(\d+:\d+\)$/, '');
    return toResult(empty, comments, [{ message: text, offset: pos }]);
  }
}

const toResult = (
  program: Program,
  comments: readonly Comment[],
  errors: readonly ParseError[] = [],
): ParseResult => ({
  // Both parsers build the same tree (ESTree) but declare its types differently.
  program: program as unknown as ParseResult['program'],
  comments,
  isModule: program.body.some(({ type }) => /^(Im|Ex)port/.test(type)),
  errors,
});

const firstOffset = ({ errors }: ParseResult): number => errors[0]?.offset ?? 0;
