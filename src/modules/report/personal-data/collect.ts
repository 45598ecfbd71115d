import { type Db } from "../../../lib/db"
import { campaignData } from "../../campaign/privacy"
import { deliveryData } from "../../delivery/privacy"
import { findSubject } from "../../profile/privacy/erase"
import { type PersonalData, profileData } from "../../profile/privacy/personal-data"
import { segmentData } from "../../segment/privacy"

/** All that is stored about a person and whoever was merged into them, in the order a reader would ask for it. */
export async function collectPersonalData(db: Db, profile: number): Promise<PersonalData> {
  const { profiles } = await findSubject(db, profile)
  return [
    ...(await profileData(db, profiles)),
    ...(await deliveryData(db, profiles)),
    ...(await segmentData(db, profiles)),
    ...(await campaignData(db, profiles)),
  ]
}
