// The matchers are registered by the setup file that jest.config.cjs names.
const { createMockApi, createMockEvent, runAction, runFlow } = require('@signup-actions/testing');
const { onExecutePreUserRegistration } = require('./action');

const runner = jest;
