import { type EngageOptions, parseOptions } from "../../lib/options"

/** Owns templates and frozen content. What it does is in plain functions beside it. */
export default class ContentModuleService {
  readonly options: EngageOptions

  constructor(_cradle: unknown, options: unknown) {
    this.options = parseOptions(options)
  }
}
