export { cacheStoreContract, type CreateStore } from './contracts/cache-store-contract.ts';
export type { ContractCheck } from './contracts/contract-check.ts';
export { hostContract } from './contracts/host-contract.ts';
export type { HostAnswer, HostRequest, HostRun, LawParameters } from './contracts/host.ts';
