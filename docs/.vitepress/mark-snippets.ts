import type { MarkdownOptions } from 'vitepress';

type MarkdownIt = Parameters<NonNullable<MarkdownOptions['config']>>[0];

/** The files whose code is wrong on purpose, and those that show how to write it. */
const marks: readonly (readonly [file: RegExp, name: string])[] = [
  [/\/mistakes\.\w+$/, 'wrong'],
  [/\/fixed\.\w+$/, 'right'],
];

/** Marks the code of mistakes and their fixes, so that they are told apart at sight. */
export function markSnippets(markdown: MarkdownIt): void {
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules['fence'] = (...args) => {
    const [tokens, index] = args;
    const html = fence?.(...args) ?? '';
    // Where the site's framework keeps the file of an imported snippet.
    const [file = ''] = (tokens[index] as { readonly src?: readonly string[] }).src ?? [];
    const mark = marks.find(([pattern]) => pattern.test(file));
    return mark ? `<div class="snippet-${mark[1]}">${html}</div>` : html;
  };
}
