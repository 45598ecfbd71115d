/** A mail that says what became of another one. */
export function returnedMail(parts: {
  to: string
  type?: string
  status?: string
  copy?: string
}): string {
  const { to, type = "delivery-status", status = "", copy = "Message-ID: <x@y>" } = parts
  return [
    `Delivered-To: ${to}`,
    "From: MAILER-DAEMON@mx.example",
    "Subject: Undelivered Mail Returned to Sender",
    `Content-Type: multipart/report; report-type=${type}; boundary="b"`,
    "MIME-Version: 1.0",
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "I'm sorry.",
    "--b",
    `Content-Type: message/${type}`,
    "",
    status,
    "--b",
    "Content-Type: text/rfc822-headers",
    "",
    copy,
    "",
    "--b--",
    "",
  ].join("\r\n")
}

/** What the report says of its only recipient. */
export const statusOf = (recipient: string) =>
  `Reporting-MTA: dns; mx.example\r\nArrival-Date: Sun, 22 Nov 2026 09:00:00 +0000\r\n\r\nFinal-Recipient: rfc822; anna@shop.example\r\n${recipient}`
