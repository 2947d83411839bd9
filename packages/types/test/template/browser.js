// Beside `dom`, the name means the event of browsers, and an Action shows it at once.

/** @param {Event} event */
exports.readUser = (event) => {
  // a property of our event
  // error: Property 'user' does not exist on type 'Event'
  event.user;
};
