/** Rows of one shape as a table; figures are aligned to the right. */
export function toMarkdown(rows: readonly Readonly<Record<string, number | string>>[]): string {
  const [first = {}] = rows;
  const rule = Object.values(first).map((value) => (typeof value === 'number' ? '--:' : '---'));
  const lines = [Object.keys(first), rule, ...rows.map((row) => Object.values(row).map(format))];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

const format = (value: number | string): string => value.toLocaleString('en');
