import type { Rule } from 'eslint';
import type { Node } from 'oxc-parser';
import type { toSentence } from '../findings/sentences.ts';
import type { Origins } from '../origins/read-origins.ts';
import type { Syntax } from '../syntax/read-syntax.ts';

/** An Action as rules read it. The parser that ESLint is given hands it to them. */
export interface RuleSubject {
  readonly syntax: Syntax;
  readonly origins: Origins;
}

/** Reports a mistake at a node. */
export type Report = (node: Node, sentence: ReturnType<typeof toSentence>) => void;

/** Functions by the nodes for which ESLint calls them. */
export interface Listeners {
  readonly [selector: string]: (...values: never[]) => void;
}

/** A rule of ESLint that reads an Action. */
export const defineRule = (
  listen: (subject: RuleSubject, report: Report) => Listeners,
): Rule.RuleModule => ({
  // No rule takes options, and ESLint loads a library to check them.
  meta: { schema: false },
  create(context) {
    const { sourceCode } = context;
    const report: Report = ({ start, end }, { message }) => {
      const loc = {
        start: sourceCode.getLocFromIndex(start),
        end: sourceCode.getLocFromIndex(end),
      };
      context.report({ loc, message });
    };
    const subject = sourceCode.parserServices as unknown as RuleSubject;
    return listen(subject, report) as Rule.RuleListener;
  },
});
