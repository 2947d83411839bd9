import type { HeadConfig, PageData, TransformContext } from 'vitepress';
import { siteAddress, toAddress } from './site.ts';

/** The title of the site, also where a page has none. */
export const siteTitle = 'Signup Actions';

/** The address of a page's picture for links in chats and social networks. */
export const toCardPath = (file: string): string => `cards/${file.replace(/\.md$/, '.png')}`;

/** The tags of a page that search engines, chats and social networks read. */
export function toHead({ page, pageData, title, description }: TransformContext): HeadConfig[] {
  if (pageData.isNotFound) return [['meta', { name: 'robots', content: 'noindex' }]];
  const address = toAddress(page);
  return [
    ['link', { rel: 'canonical', href: address }],
    ['meta', { property: 'og:type', content: 'website' }],
    ['meta', { property: 'og:site_name', content: siteTitle }],
    ['meta', { property: 'og:url', content: address }],
    ['meta', { property: 'og:title', content: title }],
    ['meta', { property: 'og:description', content: description }],
    ['meta', { property: 'og:image', content: `${siteAddress}${toCardPath(page)}` }],
    ['meta', { name: 'twitter:card', content: 'summary_large_image' }],
  ];
}

/** Gives a page the description, and the place of its text, that its own lines do not say. */
export function completePage(pageData: PageData): void {
  const { filePath, frontmatter, title, relativePath } = pageData;
  if (relativePath.startsWith('decisions/')) {
    frontmatter['prev'] = false;
    frontmatter['next'] = false;
    pageData.description ||= `A decision of the project and its reasons: ${title}`;
  }
  pageData.filePath =
    typeof frontmatter['text'] === 'string' ? frontmatter['text'] : `docs/${filePath}`;
}
