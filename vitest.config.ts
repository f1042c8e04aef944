import { defineConfig } from 'vitest/config'

/** Three kinds: what is pure; what asks the real database; what opens the running program in a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'tests/lib/{rules,format}/**/*.test.ts',
            'tests/lib/core/{languages,web-server}.test.ts',
            'tests/components/**/*.test.{ts,tsx}',
            'tests/app/api/v1/languages.test.ts',
            'tests/{messages,arrows}.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'database',
          include: ['tests/lib/**/*.test.ts', 'tests/prisma/**/*.test.ts'],
          exclude: ['tests/lib/{rules,format}/**', 'tests/lib/core/{languages,web-server}.test.ts'],
          globalSetup: 'tests/global-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/{app,scripts}/**/*.test.ts'],
          exclude: ['tests/app/api/v1/languages.test.ts'],
          globalSetup: 'tests/global-site.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
