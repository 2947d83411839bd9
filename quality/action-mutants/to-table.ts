import type { Column } from './columns.ts';
import { kinds } from './mutate.ts';

/** A mutant that Vitest has run in every column, and those that noticed it. */
export interface Noticed {
  readonly kind: string;
  readonly by: ReadonlySet<Column>;
}

/** The table of the kinds of mistakes, as Markdown. */
export function toTable(mutants: readonly Noticed[], actions: number): string {
  const toRow = (name: string, found: readonly Noticed[]): string => {
    const count = (column: Column): number => found.filter(({ by }) => by.has(column)).length;
    const cells = [name, found.length, count('default'), count('strict'), count('hand-made')];
    return `| ${cells.join(' | ')} |`;
  };
  const rows = kinds
    .map(({ name }) => ({ name, found: mutants.filter(({ kind }) => kind === name) }))
    .filter(({ found }) => found.length > 0);
  return [
    `Counted by \`pnpm mutation:actions\`: ${mutants.length} mistakes of ${rows.length} kinds in ${actions} Actions.`,
    '',
    '| mistake | made | noticed by the kit | with `strict` | with mock functions |',
    '| --- | --: | --: | --: | --: |',
    ...rows.map(({ name, found }) => toRow(name, found)),
    toRow('**all**', mutants),
    '',
  ].join('\n');
}
