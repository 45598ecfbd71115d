import { createHash } from "node:crypto"
import type { Db } from "../../../lib/db"
import type { PreferenceText } from "../../../types/common"
import { readState, writeState } from "../state"

const DEFAULT: PreferenceText = {
  title: "What you get from us",
  intro: "Choose what you want to hear about. You can change this at any time.",
}

/** The words of the preference page, with a version that goes into the consent log as proof of what was read. */
export async function readPageText(db: Db): Promise<PreferenceText & { version: string }> {
  const text = { ...DEFAULT, ...(await readState<Partial<PreferenceText>>(db, "preference_text")) }
  const version = createHash("sha256").update(`${text.title}\n${text.intro}`).digest("hex")
  return { ...text, version: version.slice(0, 12) }
}

/** Changes the words; consents given from then on carry the new version. */
export async function writePageText(db: Db, text: PreferenceText): Promise<void> {
  await writeState(db, "preference_text", text)
}
