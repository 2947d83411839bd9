const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
emitter.on('done', (event) => console.log(event.kind, event.detail.text));
const track = (event, properties) => ({ event: event.type, properties });
exports.onExecutePreUserRegistration = async (event, api) => {
  emitter.emit('done', { kind: 'signup', detail: { text: event.user.name } });
  const sent = track({ type: 'signup' }, { ip: event.request.ip });
  api.user.setAppMetadata('sent', sent.event);
};
