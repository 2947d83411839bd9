import type { PreUserRegistrationAction, PreUserRegistrationModule } from '@signup-actions/types';

// a handler that is not async
// error: is not assignable to type
export const plain: PreUserRegistrationAction = (_event, api) => {
  api.access.deny('reason', 'message');
};

// a handler with one parameter too many
// error: is not assignable to type
export const callback: PreUserRegistrationAction = async (
  _event,
  _api,
  _callback: () => void,
) => {};

// a handler of another trigger
// error: is not assignable to type
export const login: PreUserRegistrationAction = async (event: { user: { user_id: string } }) => {
  event.user.user_id;
};

// a module that exports the handler of another trigger
// error: 'onExecutePostLogin' does not exist in type 'PreUserRegistrationModule<Shape>'
export const module: PreUserRegistrationModule = { onExecutePostLogin: async () => {} };
