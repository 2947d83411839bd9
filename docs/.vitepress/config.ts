import { defineConfig } from 'vitepress';
import { playgroundVite } from '../playground/vite.ts';
import { linkRules } from './link-rules.ts';
import { listDecisions } from './list-decisions.ts';
import { listReference } from './list-reference.ts';

const repository = 'https://github.com/signup-actions/signup-actions';

const base = '/signup-actions/';

export default defineConfig({
  title: 'Signup Actions',
  description: 'Type-check, test and run Auth0 pre-user-registration Actions on your own machine',
  base,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}icon.svg` }]],
  cleanUrls: true,
  vite: playgroundVite,
  srcExclude: ['**/test/**', 'snippets/**'],
  markdown: { config: linkRules, lineNumbers: false },
  themeConfig: {
    nav: [
      { text: 'Get started', link: '/start' },
      { text: 'Recipes', link: '/recipes' },
      { text: 'Contract', link: '/contract' },
      { text: 'Reference', link: '/reference/' },
      { text: 'Playground', link: '/playground' },
    ],
    sidebar: [
      {
        text: 'Guide',
        items: [
          { text: 'Get started', link: '/start' },
          { text: 'Types', link: '/types' },
          { text: 'Testing', link: '/testing' },
          { text: 'Testing recipes', link: '/testing-recipes' },
          { text: 'Recipes', link: '/recipes' },
          { text: 'Flows', link: '/flows' },
          { text: 'Hosts', link: '/hosts' },
          { text: 'Sign-up hooks', link: '/hooks' },
          { text: 'Leaving or joining Auth0', link: '/leaving' },
          { text: 'Better Auth', link: '/better-auth' },
          { text: 'Command line', link: '/cli' },
          { text: 'Migrating', link: '/migrating' },
          { text: 'Figures', link: '/figures' },
        ],
      },
      {
        text: 'Rules',
        items: [
          { text: 'Contract', link: '/contract' },
          { text: 'Diagnostics', link: '/diagnostics' },
          { text: 'Decisions', collapsed: true, items: listDecisions() },
        ],
      },
      { text: 'Reference', collapsed: true, items: listReference() },
    ],
    outline: 2,
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: repository }],
    editLink: { pattern: `${repository}/edit/main/docs/:path` },
    footer: {
      message: 'MIT. Not affiliated with Auth0 or Okta, nor endorsed by them.',
    },
  },
});
