/**
 * On the staff connection, allows only the company's own addresses.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.connection.name !== 'staff') return;
  const isOurs = event.user.email?.toLowerCase().endsWith('@corp.example') ?? false;
  if (!isOurs) {
    return api.access.deny('not a staff address', 'Please use your company address.');
  }
};
