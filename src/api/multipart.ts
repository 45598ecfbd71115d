import type { IncomingMessage } from "node:http"
import type { Readable } from "node:stream"
import { MedusaError } from "@medusajs/framework/utils"
import busboy from "busboy"

export type Upload = {
  fields: Record<string, string>
  filename: string
  mimeType: string
  file: Readable
}

/**
 * The form fields and the file of an upload, which is read as it arrives: nothing of it is kept in memory or on disk.
 * @param maxBytes - a larger file ends with an error while it is read
 * @throws MedusaError `invalid_data` when there is no file, or it comes before the fields
 */
export function readMultipart(req: IncomingMessage, maxBytes: number): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {}
    const parser = openParser(req, maxBytes)
    parser.on("field", (name, value) => (fields[name] = value))
    parser.on("file", (_name, file, { filename, mimeType }) => {
      file.on("limit", () =>
        file.destroy(invalid(`larger than ${Math.round(maxBytes / 1e6)} MB; split it`))
      )
      resolve({ fields, filename: filename ?? "file", mimeType, file })
    })
    parser.on("error", (error) => reject(invalid((error as Error).message)))
    parser.on("close", () => reject(invalid("missing; send it as the last part of the form")))
    req.pipe(parser)
  })
}

function openParser(req: IncomingMessage, maxBytes: number) {
  try {
    return busboy({
      headers: req.headers,
      // As browsers write it, whatever the standard said once.
      defParamCharset: "utf8",
      limits: { files: 1, fields: 20, fieldSize: 100_000, fileSize: maxBytes },
    })
  } catch {
    throw invalid("send the file as multipart/form-data")
  }
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, `file: ${message}`)
}
