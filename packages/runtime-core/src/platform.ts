import type { PreUserRegistrationModule } from '@signup-actions/types';

/** The date of the platform's behaviour that this engine implements. */
export const contractVersion = '2026-11-01';

/**
 * The export of an Action that the platform calls.
 *
 * @internal
 */
export const handlerName: keyof PreUserRegistrationModule = 'onExecutePreUserRegistration';

/**
 * The trigger that Actions are bound to.
 *
 * @internal
 */
export const triggerName = 'pre-user-registration';
