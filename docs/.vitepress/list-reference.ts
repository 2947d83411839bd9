import type { DefaultTheme } from 'vitepress';
import { entries } from '../reference-pages/entries.ts';

/** A page for each entry that users import. */
export const listReference = (): DefaultTheme.SidebarItem[] =>
  entries.map(({ page, specifier }) => ({
    text: specifier.replace('@signup-actions/', ''),
    link: `/reference/${page}`,
  }));
