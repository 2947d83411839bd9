var first = first || second;
var second = second || first;
const load = () => store();
const store = () => load();
class Token {
  constructor(options) {
    this.options = this.options || options;
  }
  get() {
    return this.options && this.options.get();
  }
}
function constructor(toString) {
  return toString.valueOf;
}
exports.onExecutePreUserRegistration = async (event, api) => {
  const key = `${key}`;
  if (first && load && new Token({}).get() && constructor(event.request.ip)) return api.access.deny(key, 'Please try again later.');
};
