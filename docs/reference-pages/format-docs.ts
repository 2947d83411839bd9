import { ApiDocumentedItem, type ApiItem } from '@microsoft/api-extractor-model';
import type { DocComment } from '@microsoft/tsdoc';
import { formatComment } from './format-comment.ts';

/** The comment of an item as paragraphs: summary, return value, errors, examples. */
export function formatDocs(item: ApiItem): string {
  const comment = commentOf(item);
  if (!comment) return '';
  const { deprecatedBlock, summarySection, remarksBlock, returnsBlock } = comment;
  return [
    deprecatedBlock && `**Deprecated.** ${formatComment(deprecatedBlock.content)}`,
    formatComment(summarySection),
    remarksBlock && formatComment(remarksBlock.content),
    formatParameters(comment),
    returnsBlock && `**Returns** ${formatComment(returnsBlock.content)}`,
    ...blocksOf(comment, '@throws').map((text) => `**Throws** ${text}`),
    ...blocksOf(comment, '@example').map((text) => `**Example**\n\n${text}`),
    ...comment.seeBlocks.map(({ content }) => `**See** ${formatComment(content)}`),
  ]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join('\n\n');
}

/** Only the summary, on one line, for a cell of a table. */
export function formatSummary(item: ApiItem): string {
  const comment = commentOf(item);
  if (!comment) return '';
  const deprecated = comment.deprecatedBlock
    ? `**Deprecated.** ${formatComment(comment.deprecatedBlock.content)}`
    : '';
  return `${deprecated} ${formatComment(comment.summarySection)}`.trim().replaceAll(/\s+/g, ' ');
}

const commentOf = (item: ApiItem): DocComment | undefined =>
  item instanceof ApiDocumentedItem ? item.tsdocComment : undefined;

function formatParameters({ params }: DocComment): string {
  return params.blocks
    .map(({ parameterName, content }) => `- \`${parameterName}\`: ${formatComment(content).trim()}`)
    .join('\n');
}

const blocksOf = ({ customBlocks }: DocComment, tag: string): readonly string[] =>
  customBlocks
    .filter(({ blockTag }) => blockTag.tagName === tag)
    .map(({ content }) => formatComment(content).trim());
