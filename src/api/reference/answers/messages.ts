import type { Iso } from "../../../types/common"
import type {
  Attachment,
  Constant,
  ImportedTemplate,
  ListedTemplate,
  ReadyTemplate,
  SavedBlock,
  Template,
  TemplatePicture,
  TemplatePreview,
  TemplateVariable,
  UsedTemplate,
} from "../../../types/content"
import type { Preflight } from "../../../types/preflight"
import type { ProductScope } from "../../../types/product"
import type { StoredMessage } from "../../../types/message"
import type { DeliveryStory } from "../../../types/message-why"
import type { ReplaceFind, Replacement } from "../../../types/replacement"
import type { Picture, StoredFile, UnusedFiles } from "../../../types/stored-file"
import type { Deleted, Listed } from "./shapes"

/** @internal */
export type MessageAnswers = {
  "GET /admin/engage/templates": Listed<"templates", ListedTemplate>
  "POST /admin/engage/templates/import": ImportedTemplate
  "POST /admin/engage/pictures": { picture: Picture }
  "GET /admin/engage/files": Listed<"files", StoredFile> & { unused: UnusedFiles }
  "POST /admin/engage/files/clean-up": { deleted: string[]; kept: string[] }
  "POST /admin/engage/files/:id": { attachment: Attachment }
  "POST /admin/engage/attachments": { attachment: Attachment }
  "GET /admin/engage/attachments/:id": string
  "POST /admin/engage/templates": { template: Template }
  "POST /admin/engage/templates/preview": TemplatePreview
  "POST /admin/engage/templates/preflight": Preflight
  "GET /admin/engage/templates/gallery": { templates: ReadyTemplate[] }
  "GET /admin/engage/templates/pictures": { pictures: TemplatePicture[] }
  "GET /admin/engage/templates/products": { products: ProductScope }
  "GET /admin/engage/templates/variables": { variables: TemplateVariable[] }
  "GET /admin/engage/templates/:id": { template: UsedTemplate }
  "POST /admin/engage/templates/:id": { template: Template }
  "DELETE /admin/engage/templates/:id": Deleted<"template">
  "POST /admin/engage/templates/:id/duplicate": { template: Template }
  "GET /admin/engage/blocks": { blocks: SavedBlock[] }
  "POST /admin/engage/blocks": { block: SavedBlock }
  "POST /admin/engage/blocks/:id": { block: SavedBlock; updated: number }
  "DELETE /admin/engage/blocks/:id": Deleted<"saved_block">
  "GET /admin/engage/constants": { constants: Constant[] }
  "POST /admin/engage/constants": { constants: Constant[] }
  "POST /admin/engage/constants/:key": { constants: Constant[] }
  "DELETE /admin/engage/constants/:key": { constants: Constant[] }
  "GET /admin/engage/replacements": { replacements: Replacement[] }
  "POST /admin/engage/replacements/preview": { found: ReplaceFind[] }
  "POST /admin/engage/replacements": { replacement: Replacement }
  "POST /admin/engage/replacements/:id/undo": {
    replacement: Replacement
    kept: { id: string; name: string }[]
  }
  "GET /admin/engage/messages": Listed<
    "messages",
    {
      id: string
      subject: string
      to: string
      at: Iso
      broadcast: { id: string; name: string } | null
      profile: { id: string; name: string | null; email: string | null }
    }
  >
  "GET /admin/engage/messages/:id/why": { why: DeliveryStory }
  "GET /admin/engage/messages/:id": { message: StoredMessage }
}
