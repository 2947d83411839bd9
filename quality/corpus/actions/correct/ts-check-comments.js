// @ts-check
const axios = require("axios").default;
exports.onExecutePreUserRegistration = async (event, api) => {
  // @ts-expect-error the dashboard does not know it
  const answer = await axios.get('https://a.example');
  // @ts-ignore
  if (answer.data.blocked) return api.access.deny('blocked', 'Please try again later.');
};
