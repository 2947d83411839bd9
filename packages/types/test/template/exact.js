// Without `dom` in `lib` the global names are ours alone.

// a property of browsers' events
/** @param {Event} event */
// error: Property 'target' does not exist on type 'Event'
exports.readTarget = (event) => event.target;
