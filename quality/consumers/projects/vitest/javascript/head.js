// The matchers are registered by the setup file that vitest.config.js names.
import { createMockApi, createMockEvent, runAction, runFlow } from '@signup-actions/testing';
import { expect, it, vi as runner } from 'vitest';
import { onExecutePreUserRegistration } from './action.js';
