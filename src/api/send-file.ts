import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaResponse } from "@medusajs/framework/http"

/** Sends a text as a file to be saved, as fast as it is taken. When the reader goes away, making it stops. */
export async function sendFile(
  res: MedusaResponse,
  filename: string,
  text: AsyncIterable<string>
): Promise<void> {
  contentHeaders(res, filename)
  res.setHeader("Cache-Control", "no-store")
  await pipeOut(Readable.from(text), res)
}

/** Says what kind of text a file is, and under which name it is saved. */
export function contentHeaders(res: MedusaResponse, filename: string): void {
  const type = filename.endsWith(".csv") ? "text/csv" : "application/x-ndjson"
  const plain = filename.replace(/[^\w.-]+/g, "-")
  res.setHeader("Content-Type", `${type}; charset=utf-8`)
  res.setHeader("Content-Disposition", `attachment; filename="${plain}"`)
}

/** Sends what is read until its end, or until the reader goes away. */
export async function pipeOut(content: Readable, res: MedusaResponse): Promise<void> {
  try {
    await pipeline(content, res)
  } catch (error) {
    if ((error as { code?: string }).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error
  }
}
