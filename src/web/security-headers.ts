import type { FastifyInstance } from 'fastify'

/**
 * No inline script or style anywhere: charts use presentation attributes and classes, the council's colour is a
 * stylesheet. So text that slips through unescaped still cannot run.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Browsers ignore it over plain HTTP, so it is safe to send before TLS is in front.
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
} as const

export function addSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onSend', async (_request, reply, payload) => {
    reply.headers(securityHeaders)
    // What one role may read must not be kept for the next person at the same machine.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache')
    return payload
  })
}
