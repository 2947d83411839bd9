import type { ApiItem } from '@microsoft/api-extractor-model';

/** The page and anchor of an exported name. */
interface Address {
  readonly text: string;
  readonly address: string;
}

/** Keyed by the reference in a signature. */
export type Addresses = ReadonlyMap<string, Address>;

/** The addresses of all exported names. A name that two entries export is on the page of the first. */
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

/** API Extractor adds a number to names that are also global, such as `Event`. Readers see the name without it. */
export const nameOf = ({ displayName }: ApiItem): string => displayName.replace(/_\d$/, '');

/** The target of a reference, whichever model it comes from. */
export const toKey = (reference: { readonly toString: () => string }): string =>
  reference.toString().replace(/_\d(?=:)/, '');
