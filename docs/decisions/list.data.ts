import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** A decision, as the list of them shows it. */
export interface ListedDecision {
  readonly title: string;
  /** Relative to the list. */
  readonly link: string;
}

declare const data: readonly ListedDecision[];
export { data };

export default {
  /** The decisions in order, with their own titles. */
  load: (): readonly ListedDecision[] =>
    globSync('[0-9]*.md', { cwd: folder })
      .toSorted()
      .map((file) => {
        const [, title = file] =
          /^# \d+ (.+)$/m.exec(readFileSync(`${folder}/${file}`, 'utf8')) ?? [];
        return { title, link: `./${file.replace('.md', '')}` };
      }),
};
