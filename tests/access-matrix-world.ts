import { withWorld } from '#tests/world.ts'

/** The world in which the test of access-matrix.md tries its lines. */
export const world = withWorld()
