import { expect, it, jest as runner } from '@jest/globals';
import { createMockApi, createMockEvent, runAction, runFlow } from '@signup-actions/testing';
import '@signup-actions/testing/jest';
import { onExecutePreUserRegistration } from './action.js';
