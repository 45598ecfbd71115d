import type { EngageOptions } from "../lib/options"
import type { VapidKeys } from "../lib/vapid"
import type { Channel } from "../types/common"
import { AmazonSesProvider } from "./amazon-ses/provider"
import type { EndpointStore, Gateway } from "./endpoint/gateway"
import { EndpointProvider } from "./endpoint/provider"
import { FcmGateway } from "./fcm/gateway"
import { HttpSmsProvider } from "./http-sms/provider"
import { InAppProvider, type InAppStore } from "./in-app/provider"
import { MedusaNotificationProvider, type Notify } from "./medusa-notification/provider"
import { PostmarkProvider } from "./postmark/provider"
import type { Provider } from "./provider"
import { ResendProvider } from "./resend/provider"
import { SandboxProvider, type SandboxStore } from "./sandbox/provider"
import { SendGridProvider } from "./sendgrid/provider"
import { SmtpProvider } from "./smtp/provider"
import { TelegramGateway } from "./telegram/gateway"
import { TelegramReports } from "./telegram/reports"
import { TwilioProvider } from "./twilio/provider"
import { VonageProvider } from "./vonage/provider"
import { WebPushGateway } from "./web-push/gateway"

/** What providers keep, and find, in the shop's own database. */
export type ProviderStores = {
  sandbox: (channel: Channel) => SandboxStore
  inApp: InAppStore
  endpoints: EndpointStore
  /** The shop's own keys, for push services. */
  vapidKeys: () => Promise<VapidKeys>
  /** The shop's own Notification module. */
  notify: Notify
}

/** The providers that the options name, one a channel. They connect when they have something to send. */
export function createProviders(options: EngageOptions, stores: ProviderStores): Provider[] {
  return [
    createEmailProvider(options.channels.email, stores),
    createSmsProvider(options.channels.sms, options, stores),
    createChatAppProvider("viber", options.channels.viber, stores),
    createChatAppProvider("whatsapp", options.channels.whatsapp, stores),
    new InAppProvider(stores.inApp),
    createPushProvider(options, stores),
    createTelegramProvider(options, stores),
  ]
}

/** The providers that take over, for the channels that have one. */
export function createFallbacks(options: EngageOptions, stores: ProviderStores): Provider[] {
  const { email, sms } = options.fallbacks
  return [
    ...(email ? [createEmailProvider(email, stores)] : []),
    ...(sms ? [createSmsProvider(sms, options, stores)] : []),
  ]
}

/** Where a provider reports what became of messages. */
export function hookUrl(publicUrl: string, provider: string): string {
  return `${publicUrl.replace(/\/+$/, "")}/engage/hooks/${provider}`
}

function createEmailProvider(
  email: EngageOptions["channels"]["email"],
  stores: ProviderStores
): Provider {
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
    case "medusa-notification":
      return new MedusaNotificationProvider("email", email, stores.notify)
  }
}

function createSmsProvider(
  sms: EngageOptions["channels"]["sms"],
  { publicUrl }: EngageOptions,
  stores: ProviderStores
): Provider {
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
    case "medusa-notification":
      return new MedusaNotificationProvider("sms", sms, stores.notify)
  }
}

function createChatAppProvider(
  channel: "viber" | "whatsapp",
  options: EngageOptions["channels"]["viber"],
  stores: ProviderStores
): Provider {
  return options.provider === "vonage"
    ? new VonageProvider(options, channel)
    : new SandboxProvider(channel, stores.sandbox(channel))
}

function createPushProvider(options: EngageOptions, stores: ProviderStores): Provider {
  const { push } = options.channels
  const reportUrl = `${options.publicUrl.replace(/\/+$/, "")}/engage/m`
  if (push.provider === "sandbox") return new SandboxProvider("push", stores.sandbox("push"))
  const gateways: Gateway[] = []
  if (push.provider === "fcm") gateways.push(new FcmGateway(push, reportUrl))
  else {
    const { keys, services, apps, subject = `mailto:${options.sender.email}` } = push
    const own = keys ? async () => keys : stores.vapidKeys
    gateways.push(new WebPushGateway({ subject, keys: own, services, reportUrl }))
    if (apps) gateways.push(new FcmGateway(apps, reportUrl))
  }
  const { provider: name, connections } = push
  return new EndpointProvider({
    name,
    channel: "push",
    gateways,
    connections,
    endpoints: stores.endpoints,
  })
}

function createTelegramProvider({ channels }: EngageOptions, stores: ProviderStores): Provider {
  const { telegram } = channels
  if (telegram.provider === "sandbox")
    return new SandboxProvider("telegram", stores.sandbox("telegram"))
  const gateway = new TelegramGateway(telegram)
  return new EndpointProvider({
    name: telegram.provider,
    channel: "telegram",
    gateways: [gateway],
    connections: telegram.connections,
    endpoints: stores.endpoints,
    reports: new TelegramReports(telegram.webhookSecret, (id) => gateway.answerPress(id)),
  })
}
