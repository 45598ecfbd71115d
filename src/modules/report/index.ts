import { Module } from "@medusajs/framework/utils"
import { contribute } from "../segment/registry"
import { MESSAGE_ORDERS } from "./attributes/messages"
import ReportModuleService from "./service"

contribute(MESSAGE_ORDERS)

export const REPORT_MODULE = "engage_report"

export default Module(REPORT_MODULE, { service: ReportModuleService })
