import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import type { Channel } from "../../../types/common"
import type { TestList } from "../../../types/test-list"
import { readState, writeState } from "../../profile/state"
import { addressProblem, isWritten, readAddress } from "./address"

const KEY = "test_lists"

/** The lists of addresses that tests are sent to, by name. */
export async function readTestLists(db: Db): Promise<TestList[]> {
  return (await readState<TestList[]>(db, KEY)) ?? []
}

/**
 * Sets all lists.
 * @throws MedusaError `invalid_data` naming an address that is neither an e-mail address nor a phone number, or a name that is
 * there twice
 */
export async function saveTestLists(db: Db, lists: TestList[]): Promise<void> {
  const names = lists.map(({ name }) => name.toLowerCase())
  if (new Set(names).size < names.length) refuse("lists: two have the same name")
  const cleaned = lists.map(({ name, addresses }) => ({
    name,
    addresses: [...new Set(addresses.map(readAny))],
  }))
  await writeState(
    db,
    KEY,
    cleaned.sort((a, b) => a.name.localeCompare(b.name))
  )
}

/**
 * The addresses of a list that a channel can write to.
 * @throws MedusaError `not_found`, or `invalid_data` when there is none
 */
export async function testAddresses(db: Db, name: string, channel: Channel): Promise<string[]> {
  const list = (await readTestLists(db)).find((one) => one.name === name)
  if (!list)
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no list of tests called "${name}"`)
  const found = isWritten(channel) ? list.addresses.filter((one) => readAddress(channel, one)) : []
  if (!found.length) refuse(`list: "${name}" has no address that ${channel} can write to`)
  return found
}

function readAny(text: string): string {
  const address = readAddress(text.includes("@") ? "email" : "sms", text)
  if (!address) refuse(`lists: "${text}" ${addressProblem(text.includes("@") ? "email" : "sms")}`)
  return address
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
