const axios = require('axios');
exports.onExecutePreUserRegistration = async (event, api) => {
  const id = axios.get('https://crm.example').then(({ data }) => data.id);
  api.user.setAppMetadata('crm_id', id);
  api.cache.set('crm_id', id);
};
