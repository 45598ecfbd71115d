import type { z } from "@medusajs/framework/zod"

export type Refused = { index: number; message: string }

/** Splits a batch into rows that have the right form and rows that are refused alone, each with its place in the batch. */
export function readBatch<Row>(
  rows: unknown[],
  schema: z.ZodType<Row>
): { accepted: { index: number; value: Row }[]; refused: Refused[] } {
  const accepted: { index: number; value: Row }[] = []
  const refused: Refused[] = []
  rows.forEach((row, index) => {
    const result = schema.safeParse(row)
    if (result.success) accepted.push({ index, value: result.data })
    else refused.push({ index, message: describe(result.error) })
  })
  return { accepted, refused }
}

function describe(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length ? `${path.join(".")}: ${message}` : message))
    .join("; ")
}
