/** The address that bounces of one message go to (VERP): the return path with the message's token in it. */
export function bounceAddress(returnPath: string, token: string): string {
  const at = returnPath.lastIndexOf("@")
  return `${returnPath.slice(0, at)}+${token}${returnPath.slice(at)}`
}

/** The token in an address that {@link bounceAddress} made, or `undefined`. */
export function tokenInAddress(address: string): string | undefined {
  return /\+(m_[a-z2-7]+)@/i.exec(address)?.[1]
}
