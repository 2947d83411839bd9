import { createHookHandler, type HookHandler } from '@signup-actions/hooks';
import { supabase } from '@signup-actions/hooks/supabase';
import { toTenantLog, type Action } from '@signup-actions/runtime-core';

const log = (entry: object): void => console.log(JSON.stringify(entry));

/** `secret` is the one that Supabase shows for the hook: `v1,whsec_…`. */
export const createSupabaseHandler = (secret: string, actions: readonly Action[]): HookHandler =>
  createHookHandler({
    platform: supabase,
    secret,
    actions,
    runtime: { onDiagnostic: log },
    onOutcome: (outcome) => toTenantLog(outcome).forEach(log),
    onError: ({ code, message }) => log({ type: 'hook-error', code, message }),
  });
