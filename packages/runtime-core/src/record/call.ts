import type { RecordedCall } from '@signup-actions/types';
import type { ErrorRecord } from '../errors.ts';

/** What a call did that was probably not meant; the fold over the calls words it. */
export type NoteCode =
  | 'argument-not-a-string'
  | 'deny-without-user-message'
  | 'metadata-not-json'
  | 'metadata-undefined';

/** A probable mistake seen while a call was recorded. */
export interface Note {
  readonly code: NoteCode;
  /** What was received, in a few words. */
  readonly received: string;
}

/** A place in the source of an Action. */
export interface CallSite {
  /** Path or name of the file, as the host's `callSite` gives it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
}

/** What the engine knows of a call beside its method, arguments and result. */
export interface CallDetails {
  /** Position among the calls of the flow, from 0. */
  readonly index: number;
  /** Name of the Action whose `api` was called. */
  readonly action: string;
  /** Present when the call threw: it had no effect, and `args` holds what was received, in words. */
  readonly error?: ErrorRecord;
  /** Present when the call came after its Action's handler had settled (F8). */
  readonly late?: true;
  /** Probable mistakes in the arguments. */
  readonly notes?: readonly Note[];
  /** Where in the source the call was made; present if the host's `callSite` found a place. */
  readonly site?: CallSite;
}

/** One call of a method of `api`, frozen, as the flow keeps it. Everything else is a fold over these. */
export type Call = RecordedCall & CallDetails;
