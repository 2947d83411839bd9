import type { MarkdownOptions } from 'vitepress';

type MarkdownIt = Parameters<NonNullable<MarkdownOptions['config']>>[0];
type Token = ReturnType<MarkdownIt['parse']>[number];
type CreateToken = (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

/** Turns each rule id in a page's text, such as F6, into a link to that rule. Headings stay as they are. */
export function linkRules(markdown: MarkdownIt): void {
  markdown.core.ruler.push('link-rules', ({ tokens, Token }) => {
    const create: CreateToken = (...args) => new Token(...args);
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'inline' || tokens[index - 1]?.type === 'heading_open') continue;
      token.children = linkIn(token.children ?? [], create);
    }
  });
}

/** Text that is already inside a link stays as it is too. */
function linkIn(tokens: readonly Token[], create: CreateToken): Token[] {
  let depth = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') depth += 1;
    if (token.type === 'link_close') depth -= 1;
    return token.type === 'text' && depth === 0 ? linkInText(token.content, create) : [token];
  });
}

const linkInText = (text: string, create: CreateToken): Token[] =>
  text.split(/\b([FRMUC]\d{1,2})\b/).flatMap((part, index) => {
    const plain = create('text', '', 0);
    plain.content = part;
    // The matches of the pattern are at the odd indexes.
    if (index % 2 === 0) return part === '' ? [] : [plain];
    const open = create('link_open', 'a', 1);
    open.attrSet('href', `/contract#${part.toLowerCase()}`);
    return [open, plain, create('link_close', 'a', -1)];
  });
