import type { Theme } from 'vitepress';
import theme from 'vitepress/theme-without-fonts';
import '@signup-actions/view/brand.css';
import Layout from './Layout.vue';
import TryHere from './TryHere.vue';
import './font.css';
import './style.css';

export default {
  extends: theme,
  Layout,
  enhanceApp({ app }) {
    // Below the code of recipes and of mistakes.
    app.component('TryHere', TryHere);
  },
} satisfies Theme;
