export type {
  ActionsOptions,
  DecideOptions,
  SignupActionsOptions,
  SignupDetails,
  SignupRequest,
} from './options.ts';
export { signupActions, type SignupActionsPlugin } from './signup-actions.ts';
