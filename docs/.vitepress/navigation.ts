import type { DefaultTheme } from 'vitepress';
import { listReference } from './list-reference.ts';

export const nav: DefaultTheme.NavItem[] = [
  {
    text: 'Guide',
    link: '/start',
    activeMatch: '^/(start|types|flows|modules|cli|serve|ci|debugging|troubleshooting|migrating)',
  },
  { text: 'Test', link: '/testing' },
  { text: 'Recipes', link: '/recipes/' },
  {
    text: 'Reference',
    link: '/reference/',
    activeMatch: '^/(reference|diagnostics|contract|event|api|matchers|cheat-sheet)',
  },
  { text: 'Playground', link: '/playground' },
];

/** Guide first, in the order in which a reader needs it. Decisions are for maintainers, so only their list is here. */
export const sidebar: DefaultTheme.SidebarItem[] = [
  {
    text: 'Guide',
    items: [
      { text: 'Get started', link: '/start' },
      { text: 'Write: types', link: '/types' },
      { text: 'Test', link: '/testing' },
      { text: 'Network, time and cache', link: '/testing-recipes' },
      { text: 'Flows', link: '/flows' },
      { text: 'Actions modules', link: '/modules' },
      { text: 'Command line', link: '/cli' },
      { text: 'Recipes', link: '/recipes/' },
      { text: 'Local sign-up server', link: '/serve' },
      { text: 'CI and deployment', link: '/ci' },
      { text: 'Debugging', link: '/debugging' },
      { text: 'Troubleshooting', link: '/troubleshooting' },
      { text: 'Migrating', link: '/migrating' },
    ],
  },
  {
    text: 'Run Actions yourself',
    items: [
      { text: 'Hosts', link: '/hosts' },
      { text: 'Sign-up hooks', link: '/hooks' },
      { text: 'Better Auth', link: '/better-auth' },
      { text: 'Leaving or joining Auth0', link: '/leaving' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'Cheat sheet', link: '/cheat-sheet' },
      { text: 'Event', link: '/event' },
      { text: 'api', link: '/api' },
      { text: 'Matchers', link: '/matchers' },
      { text: 'Contract and limits', link: '/contract' },
      { text: 'Diagnostics', link: '/diagnostics' },
      { text: 'Packages', link: '/reference/' },
      ...listReference(),
    ],
  },
  {
    text: 'Project',
    items: [
      { text: 'How sure is it?', link: '/how-sure' },
      { text: 'Comparison', link: '/comparison' },
      { text: 'Benchmarks', link: '/figures' },
      { text: 'Support', link: '/project/support' },
      { text: 'Changelog', link: '/project/changelog' },
      { text: 'Decisions', link: '/decisions/' },
    ],
  },
];
