const { expect, it } = require('@jest/globals');
const { createMockApi, createMockEvent, runAction, runFlow } = require('@signup-actions/testing');
require('@signup-actions/testing/jest');
const { onExecutePreUserRegistration } = require('./action');

const runner = jest;
