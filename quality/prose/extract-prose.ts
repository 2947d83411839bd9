import { parseSync, Visitor } from 'oxc-parser';

/** Words in a source file. */
interface Segment {
  readonly text: string;
  /** The line that each line of the text is from. */
  readonly line: (index: number) => number;
}

/** The words of a source file as Markdown, and where they come from. */
export interface Prose {
  readonly markdown: string;
  /** The line of the source for each line of the Markdown, both from 1. */
  readonly lines: readonly number[];
}

/** Extracts the JSDoc of a source file, its strings that have a sentence's worth of words, and what a template shows. */
export function extractProse(file: string, source: string): Prose {
  if (!file.endsWith('.vue')) return extractFromScript(file, source);
  const script = extractFromScript(
    `${file}.ts`,
    keepOnly(source, /<script[^>]*>(.*?)<\/script>/gs),
  );
  const template = keepOnly(source, /<template>(.*)<\/template>/gs);
  // What is shown: the words between tags, and those of attributes.
  const shown = template.replaceAll(/<[^>"]*(?:"[^"]*"[^>"]*)*>|\{\{.*?\}\}/gs, (tag) =>
    keepOnly(tag, /\s(?:aria-label|label|placeholder|title)="([^"]*)"/g),
  );
  const texts = shown.split('\n').map((line) => line.trimStart());
  return {
    markdown: [script.markdown, ...texts].join('\n'),
    lines: [...script.lines, ...texts.map((_, index) => index + 1)],
  };
}

/** Replaces everything except the first group of each match by spaces, so that lines keep their numbers. */
function keepOnly(source: string, pattern: RegExp): string {
  const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');
  let kept = '';
  for (const { index, 0: whole, 1: group = '' } of source.matchAll(pattern)) {
    const start = index + whole.indexOf(group);
    kept += blank(source.slice(kept.length, start)) + group;
  }
  return kept + blank(source.slice(kept.length));
}

function extractFromScript(file: string, source: string): Prose {
  const { program, comments, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`Failed to read ${file}: ${errors[0]?.message}`);
  const segments: Segment[] = [];
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length;
  for (const { type, value, start } of comments) {
    if (type !== 'Block' || !value.startsWith('*')) continue;
    const first = lineAt(start);
    const text = value.slice(1).replaceAll(/^[ \t]*\* ?/gm, '');
    segments.push({ text, line: (index) => first + index });
  }
  const addString = (text: string, start: number): void => {
    if (!isSentence(text)) return;
    const first = lineAt(start);
    segments.push({ text: text.replaceAll('```', "'''"), line: () => first });
  };
  new Visitor({
    Literal: ({ value, start }) => typeof value === 'string' && addString(value, start),
    TemplateLiteral: ({ quasis, start }) =>
      addString(quasis.map(({ value }) => value.cooked ?? value.raw).join('…'), start),
  }).visit(program);
  return join(segments);
}

/** At least three words, with a space between them. */
const isSentence = (text: string): boolean => /[a-z]+,? +[a-z]+,? +[a-z]+/i.test(text);

function join(segments: readonly Segment[]): Prose {
  const lines: number[] = [];
  const texts: string[] = [];
  for (const { text, line } of segments) {
    const push = (part: string, index: number): void => {
      texts.push(part);
      lines.push(line(index));
    };
    for (const [index, part] of text.split('\n').entries()) {
      // A tag is a paragraph of its own.
      if (part.startsWith('@')) push('', index);
      push(part.trimStart(), index);
    }
    push('', 0);
  }
  return { markdown: texts.join('\n'), lines };
}
