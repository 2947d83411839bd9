module.exports = { fakeTimers: { enableGlobally: true } };
