import { Module } from "@medusajs/framework/utils"
import CampaignModuleService from "./service"

export const CAMPAIGN_MODULE = "engage_campaign"

export default Module(CAMPAIGN_MODULE, { service: CampaignModuleService })
