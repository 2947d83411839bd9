/** Removes `?example=NAME` from the address, so that a reload keeps later edits, and returns the name. */
export function takeExample(): string | undefined {
  const address = new URL(location.href);
  const name = address.searchParams.get('example');
  if (name === null) return undefined;
  address.searchParams.delete('example');
  history.replaceState(history.state, '', address);
  return name;
}
