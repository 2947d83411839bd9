import { readFileSync } from 'node:fs';
import { TextlintKernel } from '@textlint/kernel';
import markdown from '@textlint/textlint-plugin-markdown';
import { extractProse } from './extract-prose.ts';
import { createHabitsRule } from './habits-rule.ts';
import type { Habit } from './read-habits.ts';

/** A habit that was found in a file. */
export interface ProseMessage {
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
  readonly message: string;
}

const kernel = new TextlintKernel();
const plugins = [
  { pluginId: 'markdown', plugin: (markdown as { default?: typeof markdown }).default ?? markdown },
];

/** Finds the habits in a page, or in the comments and strings of a source file. */
export async function lintProse(
  file: string,
  habits: readonly Habit[],
  text: string = readFileSync(file, 'utf8'),
): Promise<readonly ProseMessage[]> {
  const isPage = file.endsWith('.md');
  const { markdown: words, lines } = isPage
    ? { markdown: withoutDirectives(text), lines: undefined }
    : extractProse(file, text);
  const rules = [{ ruleId: 'habits', rule: createHabitsRule(habits) }];
  const { messages } = await kernel.lintText(words, { ext: '.md', filePath: file, plugins, rules });
  return messages.map(({ message, loc }) => ({
    file,
    line: lines?.[loc.start.line - 1] ?? loc.start.line,
    message,
  }));
}

/** A page without what only VitePress reads: lines that show a file or set off a block, and the ids of headings. */
const withoutDirectives = (page: string): string =>
  page.replaceAll(/^(?:<<<|:::).*$|\{#[\w-]+\}$/gm, '');
