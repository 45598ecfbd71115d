import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PROFILE_MODULE } from "../../../modules/profile"
import type ProfileModuleService from "../../../modules/profile/service"
import { SEGMENT_MODULE } from "../../../modules/segment"
import type SegmentModuleService from "../../../modules/segment/service"

/** Longest time spent on reading the shop's latest changes first, in ms. */
const SYNC_MS = 5_000

/**
 * Reads what changed in the shop and computes a segment's members. Safe to repeat, so nothing is taken back.
 * @returns its id
 */
export const refreshSegmentStep = createStep(
  "engage-refresh-segment",
  async (id: string, { container }) => {
    await container.resolve<ProfileModuleService>(PROFILE_MODULE).syncNow(SYNC_MS)
    await container.resolve<SegmentModuleService>(SEGMENT_MODULE).refresh(id)
    return new StepResponse(id)
  }
)
