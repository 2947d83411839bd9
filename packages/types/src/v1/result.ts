/**
 * What a version 1 Action resolves to.
 *
 * @deprecated Call the api of version 2 instead.
 */
export interface V1Result {
  /** Refuses the registration; absent where it is let in. Source: version 1 of the trigger. */
  command?: V1Deny | undefined;
  /** What is to be stored with the user; absent where nothing changes. Source: version 1 of the trigger. */
  user?: V1UserChanges | undefined;
}

/**
 * A refusal, in version 1.
 *
 * @deprecated Call `api.access.deny` of version 2 instead.
 */
export interface V1Deny {
  /** Says that this is a refusal. Source: version 1 of the trigger. */
  type: 'deny';
  /** For the tenant log. Source: version 1 of the trigger. */
  reason: string;
  /** For the person. Source: version 1 of the trigger. */
  message: string;
}

/**
 * What is to be stored with the user, in version 1: open, so that the event's user can be returned.
 *
 * @deprecated Call `api.user` of version 2 instead.
 */
export interface V1UserChanges {
  /** What else the user has, which is not stored. Source: version 1 of the trigger. */
  [name: string]: any;
  /** Properties of `app_metadata`; absent where they stay as they are. Source: version 1 of the trigger. */
  app_metadata?: Record<string, any> | undefined;
  /** Properties of `user_metadata`; absent where they stay as they are. Source: version 1 of the trigger. */
  user_metadata?: Record<string, any> | undefined;
}
