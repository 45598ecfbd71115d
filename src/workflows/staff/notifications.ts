type Said = { title: string; description: string }

/** A notification of Medusa's in the feed of the admin; one key is shown once. */
export function toFeed(key: string, data: Said) {
  return { to: "", channel: "feed", template: "admin-ui", idempotency_key: key, data }
}

/** One by mail. Services that have no templates of their own send the content, others have one of this name to fill in. */
export function toStaff(to: string, key: string, data: Said) {
  return {
    to,
    channel: "email",
    template: "engage-staff",
    idempotency_key: `${key} ${to}`,
    data,
    content: { subject: data.title, text: data.description },
  }
}
