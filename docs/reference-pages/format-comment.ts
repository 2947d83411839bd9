import {
  DocCodeSpan,
  DocErrorText,
  DocEscapedText,
  DocFencedCode,
  DocLinkTag,
  DocParagraph,
  DocPlainText,
  DocSoftBreak,
  type DocNode,
} from '@microsoft/tsdoc';

/** A part of a comment as Markdown, with the special characters of Markdown and Vue escaped. */
export function formatComment(node: DocNode): string {
  if (node instanceof DocPlainText) return escape(node.text);
  if (node instanceof DocSoftBreak) return '\n';
  if (node instanceof DocCodeSpan) return `\`${node.code}\``;
  if (node instanceof DocEscapedText) return escape(node.decodedText);
  if (node instanceof DocErrorText) return escape(node.text);
  if (node instanceof DocLinkTag) return formatLink(node);
  if (node instanceof DocFencedCode) return `\n\`\`\`${node.language}\n${node.code}\`\`\`\n\n`;
  const inside = node.getChildNodes().map(formatComment).join('');
  return node instanceof DocParagraph ? `${inside.trim()}\n\n` : inside;
}

const formatLink = ({ urlDestination, linkText, codeDestination }: DocLinkTag): string =>
  urlDestination === undefined
    ? `\`${linkText ?? codeDestination?.emitAsTsdoc() ?? ''}\``
    : `[${escape(linkText ?? urlDestination)}](${urlDestination})`;

const escape = (text: string): string =>
  text.replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;').replaceAll('|', '&#124;');
