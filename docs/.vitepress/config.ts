import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'Signup Actions',
  description: 'Types, engine, test kit and command line for pre-user-registration Actions',
  cleanUrls: true,
  srcExclude: ['**/test/**'],
  themeConfig: {
    nav: [{ text: 'Diagnostics', link: '/diagnostics' }],
    search: { provider: 'local' },
  },
});
