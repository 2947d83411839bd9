export { apiCall, callScript, refusalCall, type ApiCallOptions } from './fast-check/api-call.ts';
export { actionsFrom, flow, type FlowOptions } from './fast-check/flow.ts';
export { actionFrom, performCall, type Script, type ScriptCall } from './fast-check/script.ts';
export { signupEvent, type SignupEventOptions } from './fast-check/signup-event.ts';
export type { ContractCheck } from './contracts/contract-check.ts';
export { hostContract } from './contracts/host-contract.ts';
export type {
  HostAnswer,
  HostRequest,
  HostRun,
  LawParameters,
} from './contracts/host-laws/host.ts';
