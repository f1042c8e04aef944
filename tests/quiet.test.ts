import { test } from 'vitest'

/** So that the check does not sleep. */
test.fails('a test that writes to the console fails', () => {
  console.info('what nobody reads')
})
