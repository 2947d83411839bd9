import { createMockApi, createMockEvent, runAction, runFlow } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect } from 'expect';
import { onExecutePreUserRegistration, type Store } from './action.ts';
import './matchers.ts';

const it = Deno.test;
