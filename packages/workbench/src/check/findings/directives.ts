import type { Comment } from 'oxc-parser';
import { lineAt, type Finding } from './finding.ts';

/** `signup-actions-ignore-next-line RULE, RULE -- reason` */
const directive =
  /^\s*signup-actions-ignore-next-line\s+(?<rules>[\w-]+(?:\s*,\s*[\w-]+)*)\s+--\s*\S/;

/** The findings that no comment on the line before tells to ignore. A comment needs the rule and a reason. */
export function withoutIgnored(
  findings: readonly Finding[],
  source: string,
  comments: readonly Comment[],
): readonly Finding[] {
  const ignored = new Set(
    comments.flatMap(({ value, end }) => {
      const rules = directive.exec(value)?.groups?.['rules']?.split(/\s*,\s*/) ?? [];
      return rules.map((rule) => `${lineAt(source, end) + 1} ${rule}`);
    }),
  );
  return findings.filter(({ line, rule }) => !ignored.has(`${line} ${rule}`));
}
