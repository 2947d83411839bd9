import type { ApiItem } from '@microsoft/api-extractor-model';

/** Where an exported name is shown. */
interface Address {
  readonly text: string;
  readonly address: string;
}

/** By the key of what a signature refers to. */
export type Addresses = ReadonlyMap<string, Address>;

/** The addresses of what all pages show; what two entries export is shown by the first. */
export function toAddresses(pages: ReadonlyMap<string, readonly ApiItem[]>): Addresses {
  const addresses = new Map<string, Address>();
  for (const [page, items] of pages) {
    for (const item of items) {
      const text = nameOf(item);
      const key = toKey(item.canonicalReference);
      const address = `/reference/${page}#${text.toLowerCase()}`;
      if (!addresses.has(key)) addresses.set(key, { text, address });
    }
  }
  return addresses;
}

/** API Extractor numbers a name that is global too, such as `Event`; users know it without. */
export const nameOf = ({ displayName }: ApiItem): string => displayName.replace(/_\d$/, '');

/** What a reference refers to, by whatever model it is referred to. */
export const toKey = (reference: { readonly toString: () => string }): string =>
  reference.toString().replace(/_\d(?=:)/, '');
