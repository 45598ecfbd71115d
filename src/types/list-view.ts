/** Lists whose views can be saved. */
export const VIEWED_LISTS = ["profiles"] as const
export type ViewedList = (typeof VIEWED_LISTS)[number]

/** What a list shows, under a name: search, filters and order as in the page's address, and the columns left out. */
export type ListView = {
  id: string
  list: ViewedList
  name: string
  query: string
  hidden: string[]
  /** Whether every admin user sees it; only its owner changes it. */
  shared: boolean
  mine: boolean
}
