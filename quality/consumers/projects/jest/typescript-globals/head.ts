import { createMockApi, createMockEvent, runAction, runFlow } from '@signup-actions/testing';
import '@signup-actions/testing/jest';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { onExecutePreUserRegistration, type Store } from './action';

const runner = jest;
