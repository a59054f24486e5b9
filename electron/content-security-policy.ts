/** The place in index.html that is filled with the nonce of the load. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/**
 * The policy of every answer of the app scheme: nothing from the network, no script but the built files, and no style
 * but those and the ones that carry this load's `nonce` (the component library adds a few style elements).
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self' data: blob:",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
