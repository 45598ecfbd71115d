/** One thing that was looked at before sending. */
export type PreflightCheck = {
  key:
    | "mistakes"
    | "fallbacks"
    | "unsubscribe"
    | "size"
    | "links"
    | "pages"
    | "images"
    | "subject"
    | "words"
    | "people"
    | "values"
    | "languages"
    | "sender"
    | "spam"
    | "attachments"
  level: "ok" | "warning" | "blocker"
  message: string
  /** More of the same. */
  details: string[]
}

/** Answer of `POST /admin/engage/templates/preflight`. */
export type Preflight = {
  /** 100 when nothing was found. */
  score: number
  checks: PreflightCheck[]
}
