/** Fingerprints of the encrypted connection that carried the request: hints about the software behind it. */
export interface EventSecurityContext {
  /** The JA3 fingerprint of the TLS handshake; may be absent, `null` or empty. Source: the event reference. */
  readonly ja3?: string | null | undefined;
  /** The JA4 fingerprint of the TLS handshake; may be absent, `null` or empty. Source: the event reference. */
  readonly ja4?: string | null | undefined;
}
