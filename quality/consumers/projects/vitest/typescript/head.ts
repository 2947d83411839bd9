import { createMockApi, createMockEvent, runAction, runFlow } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it, vi as runner } from 'vitest';
import { onExecutePreUserRegistration, type Store } from './action.js';
