import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { storePicture, takeBack, type Upload } from "../uploads"

/** What mail programs show. */
const SHOWN = ["image/png", "image/jpeg", "image/gif", "image/webp"]

/** Puts a picture where everybody can see it; taken back by taking it away. */
export const storePictureStep = createStep(
  "engage-store-picture",
  async (upload: Upload, { container }) => {
    if (!SHOWN.includes(upload.mimeType)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "file: choose a picture that mail programs show: PNG, JPEG, GIF or WebP"
      )
    }
    const { picture, stored } = await storePicture(container, upload)
    return new StepResponse(picture, stored)
  },
  async (stored, { container }) => {
    if (stored) await takeBack(container, [stored])
  }
)
