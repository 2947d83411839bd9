// The cost of merging our event with that of browsers: these compile, and one thing does not.
import type * as Ours from '@signup-actions/types';

export const onExecutePreUserRegistration = async (event: Event): Promise<void> => {
  event.target;
};
addEventListener('click', (click) => click.secrets);
export const handler: Ours.PreUserRegistrationAction = onExecutePreUserRegistration;
declare const event: Ours.Event;

// a test that calls the handler with a plain event
// error: is missing the following properties from type 'Event': bubbles
void onExecutePreUserRegistration(event);
