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
export { explore, type ExploreOptions } from './explore/explore.ts';
export type { ExploredSignup } from './explore/explored-signup.ts';
export type { Problem } from './explore/find-problems.ts';
export type { Finding } from './explore/finding.ts';
export type { LeftOut, Resume } from './explore/resume.ts';
export { formatFindings } from './explore/format-findings.ts';
