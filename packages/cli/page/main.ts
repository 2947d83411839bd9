import '@signup-actions/view/theme.css';
import '@signup-actions/view/view.css';
import './page.css';
import { createApp } from 'vue';
import SignupPage from './SignupPage.vue';

const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = (): void => void document.documentElement.classList.toggle('dark', dark.matches);
follow();
dark.addEventListener('change', follow);

createApp(SignupPage).mount('#page');
