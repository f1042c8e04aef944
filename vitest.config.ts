import { defineConfig } from 'vitest/config'

/** For what asks a database, starts programs or looks through a browser: a machine that is busy or slow is no fault. */
const patience = 300_000

/** Four kinds: what is pure; what asks the real database; what starts programs of its own; what opens the one that runs
 *  for them all in a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          setupFiles: 'tests/quiet.ts',
          include: [
            'tests/lib/{rules,format}/**/*.test.ts',
            'tests/lib/core/{fields,languages,page-in-pieces,stop-reason,web-server}.test.ts',
            'tests/components/**/*.test.{ts,tsx}',
            'tests/{messages,arrows,quiet}.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'database',
          include: [
            'tests/{lib,prisma,attacks,bench}/**/*.test.ts',
            'tests/app/api/**/*.test.ts',
            'tests/{access-matrix,plans}.test.ts',
          ],
          exclude: [
            'tests/lib/{rules,format}/**',
            'tests/lib/core/{fields,languages,page-in-pieces,stop-reason,web-server}.test.ts',
            'tests/attacks/running/**',
          ],
          globalSetup: 'tests/global-setup.ts',
          setupFiles: ['tests/quiet.ts', 'tests/request.ts'],
          testTimeout: patience,
          hookTimeout: patience,
        },
      },
      {
        test: {
          name: 'programs',
          setupFiles: 'tests/quiet.ts',
          include: ['tests/scripts/**/*.test.ts', 'tests/non-interference.test.ts'],
          fileParallelism: false,
          testTimeout: patience,
          expect: { poll: { timeout: 60_000 } },
          hookTimeout: patience,
        },
      },
      {
        test: {
          name: 'browser',
          setupFiles: 'tests/quiet.ts',
          include: ['tests/app/**/*.test.ts', 'tests/attacks/running/**/*.test.ts'],
          exclude: ['tests/app/api/**'],
          globalSetup: 'tests/global-site.ts',
          fileParallelism: false,
          testTimeout: patience,
          expect: { poll: { timeout: 60_000 } },
          hookTimeout: patience,
        },
      },
    ],
  },
})
