// since: 5.5
/** @import { Event, PreUserRegistrationAPI } from '@signup-actions/types' */

/**
 * @param {Event} event
 * @param {PreUserRegistrationAPI} api
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.transaction) return;
  api.access.deny('not the signup page', 'Please sign up on our site.');
};
