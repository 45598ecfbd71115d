import { createHash } from "node:crypto"
import type { ImportField, ImportMapping } from "../../../types/transfer"

/** What other systems call our fields, without signs and in lower case. */
const OTHER_NAMES: Record<string, string[]> = {
  email: ["emailaddress", "mail", "customeremail", "e-mail"],
  phone: ["phonenumber", "mobile", "mobilephone", "telephone", "tel"],
  customer_id: ["medusaid", "medusacustomerid", "customer"],
  profile_id: ["engageid"],
  first_name: ["firstname", "givenname", "forename", "vorname", "prenom"],
  last_name: ["lastname", "surname", "familyname", "nachname", "nom"],
  birthday: ["birthdate", "dateofbirth", "dob"],
  postal_code: ["zip", "zipcode", "postcode", "plz"],
  country: ["countrycode"],
  language: ["locale", "lang"],
  gender: ["sex"],
  purchase_id: [
    "orderid",
    "ordernumber",
    "order",
    "receipt",
    "receiptnumber",
    "transactionid",
    "id",
  ],
  external_id: ["id", "userid", "contactid", "memberid"],
  placed_at: ["date", "orderdate", "createdat", "purchasedat", "purchasedate"],
  net: ["total", "amount", "ordertotal", "value", "revenue"],
  title: ["product", "productname", "item", "itemname", "name", "description"],
  quantity: ["qty", "count", "units"],
  unit_price: ["price", "itemprice"],
  name: ["event", "eventname", "type"],
  at: ["time", "timestamp", "date", "occurredat", "createdat"],
  message_id: ["messageid", "eventid", "id"],
  state: ["status", "subscribed", "consent"],
}

/** The columns that are called like a field, or as others call it; each column once. */
export function suggestMapping(columns: string[], fields: ImportField[]): ImportMapping {
  const mapping: ImportMapping = {}
  const free = new Set(columns)
  const take = (field: string, names: string[]) => {
    if (mapping[field]) return
    const column = [...free].find((name) => names.includes(bare(name)))
    if (!column) return
    mapping[field] = column
    free.delete(column)
  }
  for (const { key, label } of fields) take(key, [bare(key), bare(label)])
  for (const { key } of fields) take(key, OTHER_NAMES[key] ?? [])
  return mapping
}

/** The same for files with the same columns, in whatever order. */
export function columnsKey(columns: string[]): string {
  return createHash("md5")
    .update(JSON.stringify([...columns].sort()))
    .digest("hex")
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
}
