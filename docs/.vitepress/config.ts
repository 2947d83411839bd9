import { defineConfig } from 'vitepress';
import { playgroundVite } from '../playground/vite.ts';

export default defineConfig({
  title: 'Signup Actions',
  description: 'Types, engine, test kit and command line for pre-user-registration Actions',
  cleanUrls: true,
  vite: playgroundVite,
  srcExclude: ['**/test/**'],
  themeConfig: {
    nav: [
      { text: 'Diagnostics', link: '/diagnostics' },
      { text: 'Playground', link: '/playground' },
    ],
    search: { provider: 'local' },
  },
});
