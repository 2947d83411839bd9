import type { CallSite, Diagnostic } from '@signup-actions/runtime-core';

/** Each diagnostic that says something new, with the place that it is about. */
export type PlacedDiagnostics = ReadonlyMap<Diagnostic, CallSite | undefined>;

/**
 * Leaves out a diagnostic that says the same of the same place as an earlier one. One `return` that is missing is one
 * mistake, however many calls follow.
 */
export function placeDiagnostics(
  diagnostics: readonly Diagnostic[],
  sites: readonly (CallSite | undefined)[],
): PlacedDiagnostics {
  const said = new Map<string, { first: Diagnostic; site: CallSite | undefined; count: number }>();
  for (const [index, diagnostic] of diagnostics.entries()) {
    const { code, message, action } = diagnostic;
    const site = sites[index];
    const key = JSON.stringify(
      code === 'call-after-refusal' ? [code, action] : [code, action, message, site],
    );
    const before = said.get(key);
    if (before) before.count += 1;
    else said.set(key, { first: diagnostic, site, count: 1 });
  }
  return new Map(
    [...said.values()].map(({ first, site, count }) => [withCount(first, count), site]),
  );
}

function withCount(diagnostic: Diagnostic, count: number): Diagnostic {
  if (diagnostic.code !== 'call-after-refusal' || count === 1) return diagnostic;
  // Beyond some number the engine keeps no more of them.
  const number = count > 100 ? 'many' : String(count - 1);
  const more = `${number} more ${count === 2 ? 'call' : 'calls'}`;
  return { ...diagnostic, message: `${diagnostic.message} It was followed by ${more}.` };
}
