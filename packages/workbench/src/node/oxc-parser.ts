import { parseSync } from 'oxc-parser';
import type { Parser } from '../check/syntax/parse-action.ts';

/** Parses JavaScript and TypeScript in Node. */
export const oxcParser: Parser = {
  parse(source, { language, sourceType }) {
    const isTypeScript = language === 'typescript';
    const { program, comments, module, errors } = parseSync(
      isTypeScript ? 'action.ts' : 'action.js',
      source,
      { lang: isTypeScript ? 'ts' : 'js', sourceType, preserveParens: false, range: true },
    );
    return {
      program,
      comments,
      isModule: module.hasModuleSyntax,
      errors: errors.map(({ message, labels: [place, opened] }) => ({
        message,
        offset: place?.start ?? 0,
        opened: opened?.message === 'Opened here' ? opened.start : undefined,
      })),
    };
  },
};
