import type { EngageOptions } from "../lib/options"
import type { Channel } from "../types/common"
import { AmazonSesProvider } from "./amazon-ses/provider"
import { HttpSmsProvider } from "./http-sms/provider"
import { InAppProvider, type InAppStore } from "./in-app/provider"
import { PostmarkProvider } from "./postmark/provider"
import type { Provider } from "./provider"
import { ResendProvider } from "./resend/provider"
import { SandboxProvider, type SandboxStore } from "./sandbox/provider"
import { SendGridProvider } from "./sendgrid/provider"
import { SmtpProvider } from "./smtp/provider"
import { TwilioProvider } from "./twilio/provider"
import { VonageProvider } from "./vonage/provider"

/** What providers keep in the shop's own database. */
export type ProviderStores = {
  sandbox: (channel: Channel) => SandboxStore
  inApp: InAppStore
}

/** The providers that the options name, one a channel. They connect when they have something to send. */
export function createProviders(options: EngageOptions, stores: ProviderStores): Provider[] {
  return [
    createEmailProvider(options, stores),
    createSmsProvider(options, stores),
    new InAppProvider(stores.inApp),
  ]
}

/** Where a provider reports what became of messages. */
export function hookUrl(publicUrl: string, provider: string): string {
  return `${publicUrl.replace(/\/+$/, "")}/engage/hooks/${provider}`
}

function createEmailProvider(options: EngageOptions, stores: ProviderStores): Provider {
  const email = options.channels.email
  switch (email.provider) {
    case "sandbox":
      return new SandboxProvider("email", stores.sandbox("email"))
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

function createSmsProvider(
  { channels, publicUrl }: EngageOptions,
  stores: ProviderStores
): Provider {
  const { sms } = channels
  const hook = hookUrl(publicUrl, sms.provider)
  switch (sms.provider) {
    case "sandbox":
      return new SandboxProvider("sms", stores.sandbox("sms"))
    case "twilio":
      return new TwilioProvider(sms, hook)
    case "vonage":
      return new VonageProvider(sms)
    case "http-sms":
      return new HttpSmsProvider(sms, hook)
  }
}
