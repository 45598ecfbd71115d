import { Module } from "@medusajs/framework/utils"
import TransferModuleService from "./service"

export const TRANSFER_MODULE = "engage_transfer"

export default Module(TRANSFER_MODULE, { service: TransferModuleService })
