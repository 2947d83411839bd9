/** Where the source of the project is. */
export const repository = 'https://github.com/signup-actions/signup-actions';

/** The folder of its host in which the site is. */
export const base = '/signup-actions/';

/** The address of the site, with a slash at its end. */
export const siteAddress = `https://signup-actions.github.io${base}`;

/** The address of a page, by its file: `recipes/index.md` is `recipes/`. */
export const toAddress = (file: string): string =>
  `${siteAddress}${file.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '')}`;
