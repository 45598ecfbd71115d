import type { EngageOptions } from "../lib/options"
import { AmazonSesProvider } from "./amazon-ses/provider"
import { PostmarkProvider } from "./postmark/provider"
import type { Provider } from "./provider"
import { ResendProvider } from "./resend/provider"
import { SandboxProvider, type SandboxStore } from "./sandbox/provider"
import { SendGridProvider } from "./sendgrid/provider"
import { SmtpProvider } from "./smtp/provider"

/** The e-mail provider that the options name. It connects when it has something to send. */
export function createEmailProvider(options: EngageOptions, store: SandboxStore): Provider {
  const email = options.channels.email
  switch (email.provider) {
    case "sandbox":
      return new SandboxProvider(store)
    case "smtp":
      return new SmtpProvider(email)
    case "resend":
      return new ResendProvider(email)
    case "postmark":
      return new PostmarkProvider(email)
    case "sendgrid":
      return new SendGridProvider(email)
    case "amazon-ses":
      return new AmazonSesProvider(email)
  }
}
