import { defineConfig } from "@medusajs/framework/utils"

// The test host: loads the plugin's source directly, so that tests need no build. A shop lists the package in `plugins`.
const options = {
  publicUrl: "http://localhost:9000",
  currency: "eur",
  country: "de",
  timeZone: "Europe/Berlin",
  orders: { basis: "placed" },
  sender: {
    name: "Test shop",
    email: "shop@engage.example",
    postalAddress: "1 Test Street, Berlin",
  },
  // Tests answer webhooks on this machine.
  webhooks: { allowPrivateAddresses: true },
  engines: false,
  // A test that needs services names them; all others send nothing.
  channels: JSON.parse(process.env.ENGAGE_TEST_CHANNELS ?? "{}"),
}

module.exports = defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "test",
      cookieSecret: "test",
    },
  },
  modules: [
    "profile",
    "content",
    "delivery",
    "segment",
    "transfer",
    "campaign",
    "report",
    "outbound",
  ].map((name) => ({
    resolve: `./src/modules/${name}`,
    options,
  })),
})
