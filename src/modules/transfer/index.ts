import { Module } from "@medusajs/framework/utils"
import { contribute } from "../segment/registry"
import { IMPORT_FAMILY } from "./attributes/imports"
import TransferModuleService from "./service"

export const TRANSFER_MODULE = "engage_transfer"

contribute(IMPORT_FAMILY)

export default Module(TRANSFER_MODULE, { service: TransferModuleService })
