// The matchers are registered by the setup file that jest.config.js names, and their types by tsconfig.json.
import { createMockApi, createMockEvent, runAction, runFlow } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { onExecutePreUserRegistration, type Store } from './action';

const runner = jest;
