// The global names are only ours, also where Node's typings have an `Event`.

/** @param {Event} event */
exports.readTarget = (event) => {
  // a property of a browser's event
  // error: Property 'target' does not exist on type 'Event<Shape>'
  event.target;
};
