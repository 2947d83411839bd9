import { readFile } from 'node:fs/promises';

/** A rule of the contract, or a diagnostic, as the site explains it. */
export interface ExplainedRule {
  /** Such as `F6` or `late-call`. */
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  /** The address on the site. */
  readonly page: string;
}

const isSource = import.meta.url.endsWith('.ts');
const pages = new URL(isSource ? '../../../../docs/' : './pages/', import.meta.url);
const site = 'https://signup-actions.github.io/signup-actions/';

/** Reads the rules of the contract, and what `check` and a run can find. */
export async function readRules(): Promise<readonly ExplainedRule[]> {
  const read = await Promise.all(
    ['contract', 'diagnostics'].map(async (page) =>
      parsePage(page, await readFile(new URL(`${page}.md`, pages), 'utf8')),
    ),
  );
  return read.flat();
}

/** Each section with an id, without what only the site can show. */
function parsePage(page: string, markdown: string): readonly ExplainedRule[] {
  const sections = markdown.split(/^(?=#{2,3} )/m);
  return sections.flatMap((section) => {
    const [heading = '', ...lines] = section.split('\n');
    const [, written = '', anchor] = /^#+ (.+?) \{#([\w-]+)\}$/.exec(heading) ?? [];
    if (anchor === undefined) return [];
    const title = toPlain(written);
    const id = /^([A-Z]\d+):/.exec(title)?.[1] ?? anchor;
    return [{ id, title, text: toPlain(lines.join('\n')), page: `${site}${page}#${anchor}` }];
  });
}

const toPlain = (text: string): string =>
  text
    .replaceAll(/<Badge[^>]*text="(\w+)"[^>]*\/>/g, '($1)')
    .replaceAll(/^(<<< .*|Instead:|::+.*)$/gm, '')
    .replaceAll(/\]\(\.\/([\w/-]+)(#[\w-]+)?\)/g, (_match, page: string, anchor = '') => {
      return `](${site}${page}${anchor})`;
    })
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
