/** Text that is the same for everybody a message goes to: what can be done with it is done once. */
export class FixedText {
  constructor(readonly text: string) {}
}

/** A text in pieces: what the template always says, and what it says to one person. */
export type Pieces = (string | FixedText)[]

/** The pieces as one text. */
export function joinPieces(pieces: Pieces): string {
  let out = ""
  for (const piece of pieces) out += typeof piece === "string" ? piece : piece.text
  return out
}
