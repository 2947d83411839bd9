export type { HookCodec, HookConnection, HookError, HookErrorCode, HookPlatform } from './codec.ts';
export { createHookHandler, type HookHandler, type HookOptions } from './create-hook-handler.ts';
export type { DecideOptions } from './decide.ts';
export { createReplayMemory, type ReplayMemory } from './replay-memory.ts';
export type { HookStores, PendingUser } from './store-changes.ts';
