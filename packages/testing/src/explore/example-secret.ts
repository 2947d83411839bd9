/** A value for the secret of this name: an address if the name is that of an address. */
export const toExampleSecret = (name: string): string =>
  /ur[li]|endpoint|webhook/i.test(name)
    ? `https://${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example.com`
    : `example-value-of-${name}`;
