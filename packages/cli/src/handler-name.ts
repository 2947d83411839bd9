import type { PreUserRegistrationModule } from '@signup-actions/types';

/** The export of an Action that the platform calls. */
export const handlerName = 'onExecutePreUserRegistration' satisfies keyof PreUserRegistrationModule;

/** How a handler is written, for the end of a sentence. */
export const handlerExample = `exports.${handlerName} = async (event, api) => { … }`;
