// The part of `oxc-parser` that the command line's checks use, by a parser that is light enough for a page.
// Both answer the same tree (ESTree), so the checks themselves are the command line's.
import { parse, type Comment, type Options, type Program } from 'acorn';
import { simple, type SimpleVisitors } from 'acorn-walk';

interface ParseResult {
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly module: { readonly hasModuleSyntax: boolean };
  readonly errors: readonly {
    readonly message: string;
    readonly labels: readonly { readonly start: number }[];
  }[];
}

/** Parses JavaScript: `import` and `export` are understood, unless `sourceType` says CommonJS. */
export function parseSync(
  _file: string,
  source: string,
  { sourceType }: { readonly sourceType: 'commonjs' | 'unambiguous' },
): ParseResult {
  const script = parseAs(source, 'script', sourceType === 'commonjs');
  if (script.errors.length === 0 || sourceType === 'commonjs') return script;
  const module = parseAs(source, 'module', false);
  const hasModuleSyntax = module.program.body.some(({ type }) => /^(Im|Ex)port/.test(type));
  if (module.errors.length === 0 && hasModuleSyntax)
    return { ...module, module: { hasModuleSyntax } };
  // Whichever reading came further knows better what is wrong.
  return reach(module) > reach(script) ? module : script;
}

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
    onComment: comments,
  };
  const module = { hasModuleSyntax: false };
  try {
    return { program: parse(source, options), comments, module, errors: [] };
  } catch (error) {
    const { message, pos } = error as SyntaxError & { pos: number };
    const text = message.replace(/ \(\d+:\d+\)$/, '');
    const program = parse('', { ecmaVersion: 'latest', sourceType });
    return { program, comments, module, errors: [{ message: text, labels: [{ start: pos }] }] };
  }
}

const reach = ({ errors }: ParseResult): number => errors[0]?.labels[0]?.start ?? 0;

/** Calls a function for each node of the types it is given functions for. */
export class Visitor {
  readonly #visitors: SimpleVisitors<unknown>;

  constructor(visitors: SimpleVisitors<unknown>) {
    this.#visitors = visitors;
  }

  visit(program: Program): void {
    simple(program, this.#visitors);
  }
}
