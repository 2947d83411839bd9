// Without `dom` in `lib`, the global names are only ours.

// a property of a browser's event
/** @param {Event} event */
// error: Property 'target' does not exist on type 'Event'
exports.readTarget = (event) => event.target;
