import type { Limits } from '@signup-actions/runtime-core';
import type { MethodPath } from '@signup-actions/types';

/** A value as source, and a function that creates it: a new one each time, since some can be edited. */
export interface Value {
  readonly source: string;
  readonly make: () => unknown;
}

/** A call of the api. */
export interface CallStep {
  readonly do: 'call';
  readonly method: MethodPath;
  readonly args: readonly Value[];
  /** The handler swallows what the call throws. */
  readonly guarded: boolean;
}

/** What a handler does next. */
export type Step =
  | CallStep
  /** Edits what the last call was given. */
  | { readonly do: 'edit-argument' }
  /** Edits the event it was given. */
  | { readonly do: 'edit-event' }
  | { readonly do: 'wait'; readonly ms: number }
  /** Starts work that it does not await, which makes a call in the end. */
  | { readonly do: 'later'; readonly ms: number; readonly call: CallStep }
  /** The clock on the wall is set, forwards or back. */
  | { readonly do: 'jump'; readonly ms: number }
  | { readonly do: 'throw'; readonly value: Value }
  | { readonly do: 'hang' };

/** An Action, as a script of what its handler does. */
export interface ActionScript {
  /** A plain function takes no time, so it skips its waits; a thenable is not a Promise. */
  readonly kind:
    | 'async'
    | 'plain'
    | 'thenable'
    | 'not-a-function'
    | 'generator'
    | 'returns-generator';
  readonly secrets: Readonly<Record<string, string>>;
  readonly configuration: Readonly<Record<string, number>>;
  readonly steps: readonly Step[];
}

/** One signup. */
export interface FlowScript {
  readonly strategy: string;
  readonly user: Readonly<Record<string, unknown>>;
  readonly actions: readonly ActionScript[];
  /** What is wrong with the event, if anything. */
  readonly defect?:
    | 'user'
    | 'connection'
    | 'tenant'
    | 'request'
    | 'null'
    | 'getter'
    | 'tenant-id'
    | undefined;
  /** Whether another process than the last one's runs it. */
  readonly isElsewhere: boolean;
  /** When the host gives up; at once if 0. */
  readonly abortMs?: number | undefined;
}

/** What a store does when it is asked. */
export type StoreAnswer =
  | { readonly does: 'answer' | 'reject' | 'throw' | 'hang' | 'lose' | 'rubbish' | 'false' }
  | { readonly does: 'delay'; readonly ms: number };

/** Signups one after another, over one cache. */
export interface Scenario {
  readonly limits: Partial<Limits>;
  readonly pendingMetadata: 'hidden' | 'visible';
  /** What other servers have stored before: key, value, and when the record expires after the world began. */
  readonly found?: readonly (readonly [key: string, value: string, expiresMs: number])[];
  /** What the store does the first, second, … time. After that, it works. */
  readonly store: readonly StoreAnswer[];
  readonly flows: readonly FlowScript[];
}
