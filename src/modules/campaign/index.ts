import { Module } from "@medusajs/framework/utils"
import { contribute } from "../segment/registry"
import { CAMPAIGN_FAMILY } from "./attributes/campaigns"
import { PROMO_FAMILY } from "./attributes/promo-codes"
import CampaignModuleService from "./service"

contribute(CAMPAIGN_FAMILY)
contribute(PROMO_FAMILY)

export const CAMPAIGN_MODULE = "engage_campaign"

export default Module(CAMPAIGN_MODULE, { service: CampaignModuleService })
