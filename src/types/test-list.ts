import type { MessageState } from "./profile"

/** Addresses of colleagues that tests are sent to. */
export type TestList = {
  name: string
  /** E-mail addresses and phone numbers with their country code; a channel takes those it can write to. */
  addresses: string[]
}

/** Answer of `GET /admin/engage/test-lists`. */
export type TestLists = { lists: TestList[] }

/** What became of the test to one address of a list. */
export type ListTestResult = {
  to: string
  message_id: string | null
  state: Extract<MessageState, "accepted" | "failed">
  error: string | null
}
