import type { MarkdownOptions } from 'vitepress';

type MarkdownIt = Parameters<NonNullable<MarkdownOptions['config']>>[0];

/** Wider tables become lists of cards on a phone. */
const maxColumns = 3;

/** Marks wide tables, and gives each of their cells the heading of its column, which the styles for phones show. */
export function labelCells(markdown: MarkdownIt): void {
  // The site's framework writes the tag itself, without the attributes of the token.
  markdown.renderer.rules['table_open'] = (tokens, index) =>
    `<table tabindex="0"${tokens[index]?.attrGet('class') === 'wide' ? ' class="wide"' : ''}>\n`;
  markdown.core.ruler.push('label-cells', ({ tokens }) => {
    let headings: string[] = [];
    let column = 0;
    let table: (typeof tokens)[number] | undefined;
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'table_open') [table, headings] = [token, []];
      if (token.type === 'th_open') headings.push(tokens[index + 1]?.content ?? '');
      if (token.type === 'thead_close' && headings.length > maxColumns)
        table?.attrSet('class', 'wide');
      if (token.type === 'tr_open') column = 0;
      if (token.type === 'td_open') token.attrSet('data-label', headings[column++] ?? '');
    }
  });
}
