/** Options that other clients have, and what `fetch` takes instead. */
const instead: Readonly<Record<string, string>> = {
  timeout: 'pass signal: AbortSignal.timeout(milliseconds)',
  data: 'pass body: JSON.stringify(…)',
  json: 'pass body: JSON.stringify(…)',
  params: 'put them into the URL, with URLSearchParams',
  query: 'put it into the URL, with URLSearchParams',
  auth: 'pass an authorization header',
};

/** What to do instead of passing an option that `fetch` does not have. */
export const toFetchHint = (option: string): string =>
  (Object.hasOwn(instead, option) ? instead[option] : undefined) ?? 'remove it';

/** Whether other clients have an option that `fetch` does not have. */
export const isOfOtherClients = (option: string): boolean => Object.hasOwn(instead, option);
