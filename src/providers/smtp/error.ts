/** What breaks a conversation with a mail server. Stays inside the provider, which turns it into a result. */
export class SmtpError extends Error {}
