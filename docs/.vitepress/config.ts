import { defineConfig } from 'vitepress';
import llms from 'vitepress-plugin-llms';
import { playgroundVite } from '../playground/vite.ts';
import { colourOutput } from './colour-output.ts';
import { labelCells } from './label-cells.ts';
import { linkRules } from './link-rules.ts';
import { markSnippets } from './mark-snippets.ts';
import { nav, sidebar } from './navigation.ts';
import { completePage, siteTitle, toHead } from './page-head.ts';
import { search } from './search.ts';
import { base, repository, siteAddress } from './site.ts';
import { versionLine } from './version.ts';
import { writeSiteFiles } from './write-site-files.ts';

// Its types are those of another version of Vite than VitePress has.
const llmsPlugin = llms({
  ignoreFiles: ['decisions/*', 'playground.md'],
}) as unknown as NonNullable<(typeof playgroundVite)['plugins']>[number];

export default defineConfig({
  title: siteTitle,
  description: 'Type-check, test and run Auth0 pre-user-registration Actions on your own machine',
  base,
  lang: 'en',
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}icon.svg` }],
    ['meta', { name: 'theme-color', content: '#0f766e' }],
  ],
  cleanUrls: true,
  // Every page in sight would be loaded ahead, which is more than the page itself.
  router: { prefetchLinks: false },
  lastUpdated: true,
  sitemap: { hostname: siteAddress },
  vite: { ...playgroundVite, plugins: [...(playgroundVite.plugins ?? []), llmsPlugin] },
  srcExclude: ['**/test/**', 'snippets/**'],
  markdown: {
    config(markdown) {
      linkRules(markdown);
      labelCells(markdown);
      markSnippets(markdown);
      colourOutput(markdown);
    },
    lineNumbers: false,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  transformPageData: completePage,
  transformHead: toHead,
  buildEnd: writeSiteFiles,
  themeConfig: {
    logo: { src: '/icon.svg', alt: '' },
    nav,
    sidebar,
    outline: 2,
    search: { provider: 'local', options: search },
    socialLinks: [{ icon: 'github', link: repository }],
    editLink: { pattern: `${repository}/edit/main/:path`, text: 'Edit this page' },
    footer: {
      message: 'MIT. Not affiliated with Auth0 or Okta, nor endorsed by them.',
      copyright: versionLine,
    },
  },
});
