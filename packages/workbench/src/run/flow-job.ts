import type {
  Call,
  CallSite,
  Failure,
  Limits,
  Outcome,
  SignupEvent,
} from '@signup-actions/runtime-core';
import type { LoadedAction } from '../platform/action.ts';
import type { SeenRequest } from '../network/create-responder.ts';
import type { NetworkRule } from '../network/network-schema.ts';
import type { RunDiagnostic } from './run-diagnostic.ts';

/** One flow to run in isolation: a signup, its Actions, and the cache that earlier runs left. */
export interface FlowJob {
  readonly actions: readonly LoadedAction[];
  readonly event: SignupEvent;
  readonly cache: CacheEntries;
  readonly limits: Limits;
  /**
   * What services respond to requests, of which none is sent then, or whether to record what they respond. Absent if requests
   * are sent.
   */
  readonly network?: readonly NetworkRule[] | 'record' | undefined;
}

/** The content of a cache store: its values by key. */
export type CacheEntries = readonly (readonly [key: string, value: string])[];

/** What a process or worker reports while it runs a flow; it is known even if it then ends without a result. */
export type Frame =
  | { readonly type: 'ready' }
  /** The code of an Action is about to run. */
  | { readonly type: 'load'; readonly action: string; readonly time: number }
  /** The handler of an Action is about to run. */
  | { readonly type: 'start'; readonly action: string; readonly time: number }
  /** The files that the Actions have required so far, but those of packages. */
  | { readonly type: 'required'; readonly files: readonly string[] }
  /** A probable mistake that the engine does not see. */
  | {
      readonly type: 'diagnostic';
      readonly diagnostic: RunDiagnostic;
      readonly site: CallSite | undefined;
    }
  /** A call that an Action has made. */
  | { readonly type: 'call'; readonly call: Call; readonly written: string | undefined }
  /** A request that an Action has made, if requests are responded to or recorded. */
  | { readonly type: 'request'; readonly request: SeenRequest }
  /** Console output; without an Action if it is not known which one wrote it. */
  | { readonly type: 'output'; readonly action?: string | undefined; readonly text: string };

/** What comes of a flow that runs in isolation. */
export type FlowResult =
  | FlowOutcome
  /** The process or worker failed. */
  | { readonly type: 'died'; readonly failure: Failure }
  /** Nothing ran: the Action of this name has no handler. */
  | { readonly type: 'unusable'; readonly action: string; readonly message: string };

/** The source of calls as their Actions wrote them, by the index of the call. */
export type WrittenCalls = ReadonlyMap<number, string>;

/** An outcome without the values of secrets. */
export interface FlowOutcome {
  readonly type: 'outcome';
  readonly outcome: Outcome;
  /** Where in the source the call of each diagnostic was made, in their order. */
  readonly diagnosticSites: readonly (CallSite | undefined)[];
  /** The source of calls whose arguments are not those in the record, by their index. */
  readonly written: WrittenCalls;
  readonly cache: CacheEntries;
  /** Name of an Action that refused after the outcome: the user may be in already (F8). */
  readonly lateRefusal?: string;
}
