function sum() {
  let total = 0;
  for (let index = 0; index < arguments.length; index += 1) total += arguments[index];
  return total;
}
function Domain(name) {
  this.name = name;
  this.parts = name.split('.');
}
Domain.prototype.root = function () {
  return this.parts.slice(-2).join('.');
};
exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = new Domain((event.user.email ?? '@').split('@')[1]);
  if (sum(1, 2) > 2 && domain.root() === 'a.example') return api.access.deny('root', 'Please use another address.');
};
