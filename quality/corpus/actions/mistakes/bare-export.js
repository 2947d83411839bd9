module.exports = async (event, api) => {
  api.access.deny('no', 'No, sorry.');
};
