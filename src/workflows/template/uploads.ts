import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { deleteFilesWorkflow, uploadFilesWorkflow } from "@medusajs/medusa/core-flows"
import { forgetFile, savePicture } from "../../modules/content/files/store"
import type { Picture } from "../../types/stored-file"

/** A file that arrived. Its content is base64: a workflow's input is JSON. */
export type Upload = { filename: string; mimeType: string; content: string }
/** What was stored, by its id and that in the shop's File module. */
export type Stored = { id: string; file_id: string }

/** Puts a file where the shop keeps its files. */
export async function putIntoShop(
  container: MedusaContainer,
  upload: Upload,
  access: "public" | "private"
): Promise<{ id: string; url: string }> {
  const { result } = await uploadFilesWorkflow(container).run({
    input: { files: [{ ...upload, access }] },
  })
  return result[0]
}

/** Takes files away from where the shop keeps them. */
export async function takeFromShop(container: MedusaContainer, fileIds: string[]): Promise<void> {
  if (fileIds.length) await deleteFilesWorkflow(container).run({ input: { ids: fileIds } })
}

/** Puts a picture of a message where everybody can see it, and keeps account of it. */
export async function storePicture(
  container: MedusaContainer,
  upload: Upload
): Promise<{ picture: Picture; stored: Stored }> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { id: file_id, url } = await putIntoShop(container, upload, "public")
  const size = Buffer.byteLength(upload.content, "base64")
  const { filename: name, mimeType: type } = upload
  const picture = await savePicture(db, { file_id, url, name, type, size })
  return { picture, stored: { id: picture.id, file_id } }
}

/** Takes stored files back that nothing uses yet. */
export async function takeBack(container: MedusaContainer, stored: Stored[]): Promise<void> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  for (const { id } of stored) await forgetFile(db, id)
  await takeFromShop(
    container,
    stored.map(({ file_id }) => file_id)
  )
}
