/** Sends JSON to the server below the page's own path. */
export const send = (path: 'reset' | 'signups', body: object): Promise<Response> =>
  fetch(`./signup-actions/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
