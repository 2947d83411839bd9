/**
 * Whether a text stands in a secret's place without being its value: what the deploy tool writes when it
 * exports, or a keyword that it replaces when it deploys.
 */
export const isPlaceholder = (value: string): boolean =>
  value === '_VALUE_NOT_SHOWN_' || /^(@@|##)\w+\1$/.test(value);
