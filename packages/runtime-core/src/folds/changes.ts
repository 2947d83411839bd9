import type { JsonValue, MethodPath, RecordedCallOf } from '@signup-actions/types';
import type { Call, CallDetails } from '../record/call.ts';
import { createPendingMetadata, type PendingMetadata } from './pending-metadata.ts';

/** What the Actions of a flow ask to be stored, aggregated (M2). `null` removes a property (M4). */
export interface Changes {
  readonly userMetadata: Readonly<Record<string, JsonValue>>;
  readonly appMetadata: Readonly<Record<string, JsonValue>>;
  /** The last id set, without the strategy's prefix (U1); absent when none was. */
  readonly userId?: string;
}

/** The two kinds of metadata, as the two setters name them. */
export type MetadataKind = 'appMetadata' | 'userMetadata';

/** The methods that write metadata, and which kind each writes. */
export const metadataKinds: Readonly<Record<MetadataMethod, MetadataKind>> = {
  'user.setAppMetadata': 'appMetadata',
  'user.setUserMetadata': 'userMetadata',
};

/** A method that writes metadata. */
export type MetadataMethod = Extract<MethodPath, `user.set${string}Metadata`>;

/** Whether a call writes metadata. */
export const writesMetadata = (call: Call): call is CallDetails & RecordedCallOf<MetadataMethod> =>
  call.method in metadataKinds;

/** The fold over calls that {@link Changes} is, with its accumulator. */
export interface ChangesFold {
  readonly add: (call: Call) => void;
  /** The pending changes of one kind, and their size (M9). */
  readonly pending: Readonly<Record<MetadataKind, PendingMetadata>>;
  readonly result: () => Changes;
}

/** The changes of a list of calls, from the start. */
export function foldChanges(calls: readonly Call[]): Changes {
  const fold = createChangesFold();
  for (const call of calls) fold.add(call);
  return fold.result();
}

/** A fold with no calls yet. */
export function createChangesFold(): ChangesFold {
  const pending = { appMetadata: createPendingMetadata(), userMetadata: createPendingMetadata() };
  let userId: string | undefined;
  return {
    pending,
    add(call) {
      // A call that threw has no effect, nor has one that came too late (F8).
      if (call.error || call.late) return;
      if (call.method === 'user.setUserId') userId = call.args[0];
      // A value that JSON has no form for is not recorded, and changes nothing (M5).
      if (!writesMetadata(call) || call.args.length < 2) return;
      pending[metadataKinds[call.method]].set(call.args[0], call.args[1] as JsonValue);
    },
    result: () =>
      Object.freeze({
        userMetadata: pending.userMetadata.toObject(),
        appMetadata: pending.appMetadata.toObject(),
        ...(userId !== undefined && { userId }),
      }),
  };
}
