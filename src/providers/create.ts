import type { EngageOptions } from "../lib/options"
import type { Provider } from "./provider"
import { SandboxProvider, type SandboxStore } from "./sandbox/provider"
import { SmtpProvider } from "./smtp/provider"

/** The e-mail provider that the options name. It connects when it has something to send. */
export function createEmailProvider(options: EngageOptions, store: SandboxStore): Provider {
  const email = options.channels.email
  if (email.provider === "sandbox") return new SandboxProvider(store)
  return new SmtpProvider({ url: email.url, connections: email.connections })
}
