class Limiter {
  #limit = 3;
  hits = new Map();
  constructor(api) {
    this.api = api;
  }
  check(ip) {
    this.hits.set(ip, (this.hits.get(ip) ?? 0) + 1);
    if (this.hits.get(ip) > this.#limit) return this.api.access.deny('limit', 'Please try again later.');
  }
}
exports.onExecutePreUserRegistration = async (event, api) => new Limiter(api).check(event.request.ip);
