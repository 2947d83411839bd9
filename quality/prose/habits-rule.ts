import type { TextlintRuleModule } from '@textlint/types';
import type { Habit } from './read-habits.ts';

/** Reports habits in paragraphs, headings and cells of tables; never in code, links' addresses and HTML. */
export const createHabitsRule =
  (habits: readonly Habit[]): TextlintRuleModule =>
  ({ RuleError, Syntax, getSource, locator, report }) => {
    /** The words of the block that is being read, in their places; everything else is a character that no habit has. */
    let words: string[] = [];
    let start = 0;
    const enter = (node: { readonly range: readonly [number, number] }): void => {
      start = node.range[0];
      words = Array.from({ length: node.range[1] - start }, () => '\u00b7');
    };
    const add = (node: { readonly range: readonly [number, number] }): void => {
      const source = getSource(node as never);
      for (const [index, unit] of source.split('').entries()) {
        words[node.range[0] - start + index] = unit === '\n' ? ' ' : unit;
      }
    };
    const check = (node: object): void => {
      for (const { index, length, message } of findHabits(words.join(''), habits)) {
        const padding = locator.range([index, index + length]);
        report(node as never, new RuleError(message, { padding }));
      }
    };
    return {
      [Syntax.Paragraph]: enter,
      [Syntax.Header]: enter,
      TableCell: enter,
      [Syntax.Str]: add,
      [Syntax.Break]: add,
      [`${Syntax.Paragraph}:exit`]: check,
      [`${Syntax.Header}:exit`]: check,
      'TableCell:exit': check,
    };
  };

/** A habit in a sentence. */
interface Finding {
  readonly index: number;
  readonly length: number;
  readonly message: string;
}

/** Finds every habit in a sentence, unless its words have another sense there. */
function findHabits(text: string, habits: readonly Habit[]): readonly Finding[] {
  return habits.flatMap(({ find, allow, write, reason }) => {
    const senses = allow.flatMap((pattern) => [...text.matchAll(pattern)]);
    return [...text.matchAll(find)]
      .filter((found) => !senses.some((sense) => covers(sense, found)))
      .map((found) => ({
        index: found.index,
        length: found[0].length,
        message: `"${found[0]}": write ${write}. ${reason}`,
      }));
  });
}

const covers = (outer: RegExpExecArray, inner: RegExpExecArray): boolean =>
  outer.index <= inner.index && outer.index + outer[0].length >= inner.index + inner[0].length;
