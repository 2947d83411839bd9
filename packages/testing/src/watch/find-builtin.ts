/** What the kit uses of Node's own modules. */
interface BuiltinModules {
  readonly async_hooks: { readonly AsyncLocalStorage: new <Store>() => AsyncStorage<Store> };
  readonly diagnostics_channel: {
    readonly subscribe: (channel: string, listener: (message: never) => void) => void;
  };
  readonly inspector: { readonly url: () => string | undefined };
  readonly timers: {
    readonly setImmediate: (callback: () => void) => void;
    readonly setTimeout: (callback: () => void, ms: number) => unknown;
    readonly clearTimeout: (timeout: unknown) => void;
  };
  readonly util: { readonly format: (...values: readonly unknown[]) => string };
}

/** Node's storage that follows running code through its awaits. */
export interface AsyncStorage<Store> {
  readonly run: <Result>(store: Store, run: () => Result) => Result;
  readonly getStore: () => Store | undefined;
}

type Host = {
  process?: {
    getBuiltinModule?: <Name extends keyof BuiltinModules>(name: Name) => BuiltinModules[Name];
  };
};

/** A module of Node, without an import that other platforms do not have; `undefined` there. */
export const findBuiltin = <Name extends keyof BuiltinModules>(
  name: Name,
): BuiltinModules[Name] | undefined => (globalThis as Host).process?.getBuiltinModule?.(name);
