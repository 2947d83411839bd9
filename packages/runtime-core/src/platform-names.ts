import type { PreUserRegistrationModule } from '@signup-actions/types';

/** The export of an Action that the platform calls. */
export const handlerName: keyof PreUserRegistrationModule = 'onExecutePreUserRegistration';

/** The trigger that Actions are bound to. */
export const triggerName = 'pre-user-registration';
