import type { Theme } from 'vitepress';
import theme from 'vitepress/theme';
import '@signup-actions/view/brand.css';
import Layout from './Layout.vue';
import './style.css';

export default { extends: theme, Layout } satisfies Theme;
