import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** The page is three files, which the server sends itself: it works without a network. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [vue()],
  resolve: {
    conditions: ['@signup-actions/source', 'module', 'browser', 'production'],
    // The parts and the page each depend on it.
    dedupe: ['vue'],
  },
  build: {
    outDir: 'dist',
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        entryFileNames: 'signup-actions/page.js',
        assetFileNames: 'signup-actions/page[extname]',
      },
    },
  },
});
