class Gate {
  constructor(event, api) {
    this.event = event;
    this.api = api;
  }
  async open() {
    if (!this.event.user.email.includes('@')) this.api.access.deny('bad address');
  }
}
exports.onExecutePreUserRegistration = async (event, api) => new Gate(event, api).open();
