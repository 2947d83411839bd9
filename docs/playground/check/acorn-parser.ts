import type { ParseError, Parser, ParseResult } from '@signup-actions/workbench';
import {
  parse,
  tokTypes,
  type Comment,
  type Options,
  type Program,
  type Token,
  type TokenType,
} from 'acorn';

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
  const tokens: Token[] = [];
  const options: Options = {
    ecmaVersion: 'latest',
    sourceType,
    allowReturnOutsideFunction,
    allowHashBang: true,
    // As the analysis of scopes reads them.
    ranges: true,
    onComment: comments,
    onToken: tokens,
  };
  try {
    return toResult(parse(source, options), comments);
  } catch (error) {
    const { message, pos } = error as SyntaxError & { pos: number };
    const empty = parse('', { ecmaVersion: 'latest', sourceType });
    const text = message.replace(/ \(\d+:\d+\)$/, '');
    const opened = findOpened(tokens, pos, source[pos]);
    return toResult(empty, comments, [{ message: text, offset: pos, opened }]);
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

/** Tokens before a brace that begins an object instead of a block. */
const beforeObjects: ReadonlySet<TokenType | undefined> = new Set([
  tokTypes.bracketL,
  tokTypes.colon,
  tokTypes.comma,
  tokTypes.eq,
  tokTypes.parenL,
  tokTypes.question,
]);

/** The bracket that is open at this offset, if a comma or its closing bracket may be missing there. */
function findOpened(
  tokens: readonly Token[],
  offset: number,
  found: string | undefined,
): number | undefined {
  const open: { readonly start: number; readonly closer: TokenType; readonly isList: boolean }[] =
    [];
  for (const [index, { type, start }] of tokens.entries()) {
    if (start >= offset) break;
    const closer = closers.get(type);
    const isList = type !== tokTypes.braceL || beforeObjects.has(tokens[index - 1]?.type);
    if (closer) open.push({ start, closer, isList });
    else if (type === open.at(-1)?.closer) open.pop();
  }
  const last = open.at(-1);
  const isClosing = found === undefined || (')]}'.includes(found) && found !== last?.closer.label);
  return last && (last.isList || isClosing) ? last.start : undefined;
}

const closers: ReadonlyMap<TokenType, TokenType> = new Map([
  [tokTypes.braceL, tokTypes.braceR],
  [tokTypes.bracketL, tokTypes.bracketR],
  [tokTypes.dollarBraceL, tokTypes.braceR],
  [tokTypes.parenL, tokTypes.parenR],
]);

const firstOffset = ({ errors }: ParseResult): number => errors[0]?.offset ?? 0;
