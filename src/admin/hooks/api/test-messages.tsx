import { useMutation } from "@tanstack/react-query"
import type { CampaignTest } from "../../../types/campaign-preview"
import type { ListTestResult } from "../../../types/test-list"
import { post } from "../../lib/client"

/** What a message is tested as: for a person, in a language. */
type AsWhom = { profile_id?: string; language?: string | null }
/** `context` is told of what campaigns send. */
type TestResult = Omit<CampaignTest, "context"> & Partial<Pick<CampaignTest, "context">>

/**
 * Sends a copy to every address of a list of the staff, written as for the chosen person.
 * @param path - of what is tested, such as `/broadcasts/<id>`; `message` is what it sends, if the path does not say that
 */
export function useSendListTest(path: string, message: object = {}) {
  return useMutation({
    mutationFn: (input: AsWhom & { list: string }) =>
      post<{ results: ListTestResult[] }>(`${path}/test-message/list`, { ...message, ...input }),
  })
}

/** Sends one copy to an address of the staff, as {@link useSendListTest} does to many. */
export function useSendTest(path: string, message: object = {}) {
  return useMutation({
    mutationFn: (input: AsWhom & { to: string }) =>
      post<TestResult>(`${path}/test-message`, { ...message, ...input }),
  })
}
