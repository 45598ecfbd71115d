/** What a marketer writes: Liquid in every part. */
export type ContentParts = {
  subject: string
  preheader: string
  html: string
  /** Written by hand; `null` makes it from the HTML. */
  text: string | null
}
