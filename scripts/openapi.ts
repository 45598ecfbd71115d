/** npm run docs:api: writes docs/api from src/api/reference. */
import fs from "node:fs"
import path from "node:path"
import { referenceFiles } from "./openapi/files"

const FOLDER = path.resolve(__dirname, "../docs/api")

fs.mkdirSync(FOLDER, { recursive: true })
for (const [name, text] of Object.entries(referenceFiles())) {
  fs.writeFileSync(path.join(FOLDER, name), text)
  console.log(`docs/api/${name}`)
}
