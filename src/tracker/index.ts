import { Tracker } from "./tracker"
import type { Options } from "./types"

export type { Options, Product, Properties } from "./types"
export type { Tracker } from "./tracker"

/** Starts recording. Call it once, in the browser. */
export const load = (options: Options): Tracker => new Tracker(options)
