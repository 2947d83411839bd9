import { findAnswer } from '@signup-actions/testing/internal';
import type { LoadedAction, NetworkRule } from '@signup-actions/workbench';
import { canSend } from '../process/can-send.ts';
import type { SeenSignup } from '../process/explore-protocol.ts';

/** An Action that is explored. */
export interface ExploredOn {
  readonly action: LoadedAction;
  /** Whether its requests are sent. */
  readonly isOnline: boolean;
}

/** What services respond in an explored signup, as a case has it; absent if requests are sent, or if there are none. */
export function toNetwork(
  { response }: SeenSignup,
  { action, isOnline }: ExploredOn,
): NetworkRule[] | undefined {
  if (isOnline || !canSend(action)) return undefined;
  const respond = response === undefined ? undefined : findAnswer(response)?.respond;
  // Whatever gets no response is refused.
  return [
    { when: '* *', respond: (respond as NetworkRule['respond']) ?? { error: 'ECONNREFUSED' } },
  ];
}
