const isListed = async (ip, list) => (await (await fetch(list)).text()).includes(ip);
exports.onExecutePreUserRegistration = async (event, api) => {
  const lists = ['https://a.example', 'https://b.example'];
  const hits = lists.filter(async (list) => isListed(event.request.ip, list));
  if (hits.length > 0 && isListed(event.request.ip, lists[0])) return api.access.deny('listed', 'Please try again later.');
  process.nextTick(() => api.user.setAppMetadata('late', true));
};
