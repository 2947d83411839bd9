/** Freezes plain data all the way down, and answers it. */
export function freezeDeep<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null || Object.isFrozen(data)) return data;
  // First, so that a cycle ends here.
  Object.freeze(data);
  for (const part of Object.values(data)) freezeDeep(part);
  return data;
}
