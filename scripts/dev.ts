// npm run dev: the same as npm start, but builds nothing beforehand and shows each change of the code at once.

import { script } from '../lib/core/script.ts'
import { start } from './serve.ts'

await script(() => start({ dev: true }))
process.exit()
