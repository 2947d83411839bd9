export {
  apiCall,
  callScript,
  flow,
  refusalCall,
  type ApiCallOptions,
  type FlowOptions,
} from './fast-check/api-call.ts';
export {
  actionFrom,
  actionsFrom,
  performCall,
  type Script,
  type ScriptCall,
} from './fast-check/script.ts';
export { signupEvent, type SignupEventOptions } from './fast-check/signup-event.ts';
