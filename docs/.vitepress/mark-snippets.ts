import type { MarkdownOptions } from 'vitepress';
import { runnable } from '../playground/embed/runnable.ts';

type MarkdownIt = Parameters<NonNullable<MarkdownOptions['config']>>[0];

/** The files whose code is wrong on purpose, and those that show how to write it. */
const marks: readonly (readonly [file: RegExp, name: string])[] = [
  [/\/mistakes\.\w+$/, 'wrong'],
  [/\/fixed\.\w+$/, 'right'],
];

/**
 * Marks the code of mistakes and their fixes, so that they are told apart at sight, and lets readers run recipes and
 * mistakes in place.
 */
export function markSnippets(markdown: MarkdownIt): void {
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules['fence'] = (...args) => {
    const [tokens, index] = args;
    const html = fence?.(...args) ?? '';
    // Where the site's framework keeps the file of an imported snippet, and the part of it.
    const [file = '', region = ''] =
      (tokens[index] as { readonly src?: readonly string[] }).src ?? [];
    const [, mark] = marks.find(([pattern]) => pattern.test(file)) ?? [];
    const marked = mark === undefined ? html : `<div class="snippet-${mark}">${html}</div>`;
    const [, recipe] = /\/recipes\/([\w-]+)\.js$/.exec(file) ?? [];
    if (recipe !== undefined && region === '') return `${marked}<TryHere example="${recipe}" />`;
    if (mark !== 'wrong' || !runnable.has(region)) return marked;
    return `${marked}<TryHere diagnostic="${region}" />`;
  };
}
