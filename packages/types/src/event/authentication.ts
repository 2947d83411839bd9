/** Signals about the risk of the signup. Early access; needs Akamai to forward its headers. */
export interface EventAuthentication {
  readonly riskAssessment?: {
    readonly supplemental?: {
      readonly akamai?: {
        readonly akamaiBot?: AkamaiBot;
        readonly akamaiUserRisk?: AkamaiUserRisk;
      };
    };
  };
}

/** What Akamai's Bot Manager says of the request. */
export interface AkamaiBot {
  readonly type?: string;
  readonly action?: string;
  readonly botCategory?: readonly string[];
  readonly botScore?: number;
  readonly botScoreResponseSegment?: string;
  readonly botnetId?: string;
}

/** What Akamai's Account Protector says of the user. */
export interface AkamaiUserRisk {
  readonly action?: string;
  readonly allow?: number;
  readonly emailDomain?: string;
  readonly general?: { readonly [signal: string]: any };
  readonly ouid?: string;
  readonly requestid?: string;
  readonly risk?: { readonly [signal: string]: any };
  readonly score?: number;
  readonly status?: number;
  readonly trust?: { readonly [signal: string]: any };
  readonly username?: string;
  readonly uuid?: string;
}
