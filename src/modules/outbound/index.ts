import { Module } from "@medusajs/framework/utils"
import OutboundModuleService from "./service"

export const OUTBOUND_MODULE = "engage_outbound"

export default Module(OUTBOUND_MODULE, { service: OutboundModuleService })
