import { z } from "@medusajs/framework/zod"
import type { MessageResponse } from "../../../../types/campaign-trigger"
import { MESSAGE_EVENT, RUN } from "../../../delivery/tables"
import { CAMPAIGN_RUN, STEP_DONE } from "../../tables"
import { type TriggerSource } from "../source"

const KIND: Record<MessageResponse, string> = {
  message_opened: "opened",
  message_clicked: "clicked",
  message_bounced: "bounced",
  message_unsubscribed: "unsubscribed",
}

/** Something becomes of a message of any or of one broadcast or campaign. What machines open and click does not count. */
export function messageResponse<Response extends MessageResponse>(
  response: Response
): TriggerSource<Response> {
  return {
    schema: { ref: z.string().max(100).nullable(), step: z.string().max(40).optional() },
    mark: "message_event",
    find: ({ ref, step }) => ({
      sql: `
        select v.profile_id, 'message ' || v.id as key, v.at,
          jsonb_build_object('message', r.title, 'ref', r.ref, 'link', v.link) as context
        from ${MESSAGE_EVENT} v
        join ${RUN} r on r.id = v.run_id and not r.is_test
        where v.id > :mark::bigint and v.kind = :kind and v.at >= :live_since::timestamptz
          and (v.kind not in ('opened', 'clicked') or v.verdict = 'human')
          and (:ref::text is null or r.ref = :ref)
          and (:step::text is null or exists (
            select 1 from ${CAMPAIGN_RUN} c where c.run_id = r.id and c.campaign_id = :ref and c.step = :step
          ))
      `,
      params: { kind: KIND[response], ref, step: step ?? null },
    }),
  }
}

/** Somebody has done a step of another campaign. */
export const stepDone: TriggerSource<"step_done"> = {
  schema: { campaign_id: z.string().max(100), step: z.string().max(40) },
  mark: "step_done",
  problem: ({ campaign_id, step }) =>
    campaign_id && step ? undefined : "Choose the campaign and its step",
  find: ({ campaign_id, step }) => ({
    sql: `
      select d.profile_id, 'step ' || d.id as key, d.at, jsonb_build_object('way', d.way) as context
      from ${STEP_DONE} d
      where d.id > :mark::bigint and d.campaign_id = :other and d.step = :step
        and d.at >= :live_since::timestamptz
    `,
    params: { other: campaign_id, step },
  }),
}
