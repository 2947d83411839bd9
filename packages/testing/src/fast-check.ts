export { apiCall, callScript, refusalCall, type ApiCallOptions } from './fast-check/api-call.ts';
export { actionFrom, performCall, type Script, type ScriptCall } from './fast-check/script.ts';
