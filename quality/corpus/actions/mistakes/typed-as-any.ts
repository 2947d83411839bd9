export const onExecutePreUserRegistration = async (event: any, api: any): Promise<void> => {
  if (event.organization) return api.access.deny('organization');
};
