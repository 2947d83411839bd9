import type { DefaultTheme } from 'vitepress';

type LocalSearch = NonNullable<
  Extract<DefaultTheme.Config['search'], { provider: 'local' }>['options']
>;

/** What search finds: the guide first, then recipes, then the reference. Decisions are left out. */
export const search: LocalSearch = {
  detailedView: true,
  _render(source, env, markdown) {
    const html = markdown.render(source, env);
    const { frontmatter, relativePath } = env as {
      readonly frontmatter?: Readonly<Record<string, unknown>>;
      readonly relativePath: string;
    };
    const isHidden = relativePath.startsWith('decisions/') || frontmatter?.['search'] === false;
    return isHidden ? '' : html;
  },
  miniSearch: {
    searchOptions: {
      // The page runs it in the browser, so it can use nothing outside itself.
      boostDocument(id: string, term: string): number {
        const page = id.replace(/#.*/, '');
        if (/^[frmuc]\d{1,2}$/i.test(term)) return page.endsWith('/contract') ? 20 : 1;
        if (/\/(reference|project)\//.test(page)) return 0.4;
        if (/\/(api|contract)$/.test(page)) return 0.6;
        if (/\/recipes/.test(page)) return 1.2;
        return page.endsWith('/cli') ? 3 : 1.5;
      },
    },
  },
};
