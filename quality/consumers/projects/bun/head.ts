import { createMockApi, createMockEvent, runAction, runFlow } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it, jest as runner } from 'bun:test';
import { onExecutePreUserRegistration, type Store } from './action.ts';
