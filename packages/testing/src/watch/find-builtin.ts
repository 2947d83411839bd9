type Host = { process?: { getBuiltinModule?: (name: string) => unknown } };

/** A module of Node, without an import that other platforms do not have; `undefined` there. */
export const findBuiltin = <Module>(name: string): Module | undefined =>
  (globalThis as Host).process?.getBuiltinModule?.(name) as Module | undefined;
