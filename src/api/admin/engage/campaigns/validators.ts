import { z } from "@medusajs/framework/zod"
import { webhookShape } from "../../../../modules/campaign/errand/schema"
import { planSchema } from "../../../../modules/campaign/flow/schema"
import { rulesSchema } from "../../../../rules/schema"
import { CAMPAIGN_STATUSES } from "../../../../types/campaign"
import { LIFE_STAGES } from "../../../../types/life-cycle"
import { filed, folder } from "../../../filed"
import { instant, paging, search } from "../../../paging"
import { TestMessage, TestMessageList } from "../../../test-message"

const name = z.string().trim().min(1).max(200)
const stage = z.enum(LIFE_STAGES).nullish()

export const ListCampaigns = z.strictObject({
  ...paging,
  q: search,
  status: z.enum(CAMPAIGN_STATUSES).optional(),
  ...filed,
})
export type ListCampaigns = z.infer<typeof ListCampaigns>

/** What is left out of the plan is as in an empty one. */
export const CreateCampaign = z.strictObject({
  name,
  folder: folder.optional(),
  stage,
  plan: planSchema.partial().optional(),
})
export type CreateCampaign = z.infer<typeof CreateCampaign>

export const CreateOffer = z.strictObject({ name, segment_id: z.string().min(1).max(100) })
export type CreateOffer = z.infer<typeof CreateOffer>

export const UpdateCampaign = z.strictObject({
  name: name.optional(),
  folder: folder.optional(),
  stage,
  plan: planSchema.optional(),
  /** Of the draft that is changed; left out, whichever it is. */
  revision: z.int().min(0).optional(),
})
export type UpdateCampaign = z.infer<typeof UpdateCampaign>

export const ListCampaignPeople = z.strictObject({
  ...paging,
  step: z.string().max(40).optional(),
  inside: z.stringbool().optional(),
})
export type ListCampaignPeople = z.infer<typeof ListCampaignPeople>

/** A plan that is not saved yet. */
export const CheckCampaign = z.strictObject({ plan: planSchema })
export type CheckCampaign = z.infer<typeof CheckCampaign>

export const ReportCampaign = z.strictObject({
  version: z.coerce.number().int().min(1).optional(),
  from: instant.optional(),
  to: instant.optional(),
})
export type ReportCampaign = z.infer<typeof ReportCampaign>

export const ReadHoldout = ReportCampaign.pick({ version: true })
export type ReadHoldout = z.infer<typeof ReadHoldout>

/** A message as a step has it. */
const message = { template_id: z.string().max(100), sender: z.string().max(100).optional() }

export const TestCampaign = TestMessage.extend(message)
export type TestCampaign = z.infer<typeof TestCampaign>

export const TestCampaignList = TestMessageList.extend(message)
export type TestCampaignList = z.infer<typeof TestCampaignList>

export const PublishCampaign = z.strictObject({ move: z.boolean().optional() })
export type PublishCampaign = z.infer<typeof PublishCampaign>

const at = z.string().max(40)

/** `at` is the step at which the person was seen. */
export const SteerPerson = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("move"), at, step: z.string().max(40) }),
  z.strictObject({ action: z.literal("skip_wait"), at }),
  z.strictObject({ action: z.literal("take_out"), at }),
])
export type SteerPerson = z.infer<typeof SteerPerson>

/** `way` null splits people again. */
export const DecideSplit = z.strictObject({ way: z.enum(["a", "b", "c", "d", "e"]).nullable() })
export type DecideSplit = z.infer<typeof DecideSplit>

const entry = planSchema.pick({ trigger: true, entry_rules: true })

/** `campaign_id` and `reentry` say who of a segment would not come in again. */
export const PreviewTrigger = entry.extend({
  campaign_id: z.string().max(100).optional(),
  reentry: planSchema.shape.reentry.optional(),
})
export type PreviewTrigger = z.infer<typeof PreviewTrigger>

/** `rules` are those of the ways, in order; one without conditions is all who may come in. */
export const CountWays = entry.extend({ rules: z.array(rulesSchema).min(1).max(8) })
export type CountWays = z.infer<typeof CountWays>

/** One call of another system, told of one person. */
export const TryWebhook = z.strictObject({
  campaign_id: z.string().max(100),
  step: at,
  profile_id: z.string().max(100),
  ...webhookShape,
})
export type TryWebhook = z.infer<typeof TryWebhook>

/** One person, or the last whom the trigger would have let in. */
export const SimulateCampaign = z.strictObject({
  campaign_id: z.string().max(100),
  plan: planSchema,
  profile_id: z.string().max(100).optional(),
})
export type SimulateCampaign = z.infer<typeof SimulateCampaign>
