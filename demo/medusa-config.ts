import { defineConfig } from "@medusajs/framework/utils"

const { DATABASE_URL, REDIS_URL, ENGAGE_PUSH_SERVICE, ENGAGE_SMTP_URL, JWT_SECRET, COOKIE_SECRET } =
  process.env
const publicUrl = process.env.ENGAGE_DEMO_URL ?? "http://localhost:9000"

/** Without Redis, Medusa keeps events, workflows and locks in memory, which one process may do. */
const redisModules = REDIS_URL
  ? [
      { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl: REDIS_URL } },
      {
        resolve: "@medusajs/medusa/workflow-engine-redis",
        options: { redis: { redisUrl: REDIS_URL } },
      },
      {
        resolve: "@medusajs/medusa/locking",
        options: {
          providers: [
            {
              resolve: "@medusajs/medusa/locking-redis",
              id: "locking-redis",
              is_default: true,
              options: { redisUrl: REDIS_URL },
            },
          ],
        },
      },
    ]
  : []

/** Where uploaded pictures are seen: at the port that the demo was started on. */
const files = {
  resolve: "@medusajs/medusa/file",
  options: {
    providers: [
      {
        resolve: "@medusajs/medusa/file-local",
        id: "local",
        options: { backend_url: `${publicUrl}/static` },
      },
    ],
  },
}

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: DATABASE_URL,
    redisUrl: REDIS_URL,
    // The built admin is served over plain http here; a secure cookie would never come back.
    cookieOptions: { secure: false },
    http: {
      // The storefront is reached under two names, so that a visitor can be followed from one to the other.
      storeCors: [publicUrl, publicUrl.replace("localhost", "127.0.0.1")].join(","),
      adminCors: publicUrl,
      authCors: publicUrl,
      jwtSecret: JWT_SECRET,
      cookieSecret: COOKIE_SECRET,
    },
  },
  plugins: [
    {
      resolve: "medusa-plugin-engage",
      options: {
        publicUrl,
        storefrontUrl: `${publicUrl}/storefront`,
        currency: "gbp",
        // The demo tries webhooks with systems on the same computer.
        webhooks: { allowPrivateAddresses: true },
        country: "gb",
        timeZone: "Europe/London",
        orders: { basis: "placed" },
        sender: {
          name: "Regency Gifts",
          email: "hello@regency-gifts.example",
          postalAddress: "Regency Gifts, 12 Regency Square, Brighton BN1 2FG, United Kingdom",
        },
        channels: {
          email: ENGAGE_SMTP_URL
            ? { provider: "smtp", url: ENGAGE_SMTP_URL }
            : { provider: "sandbox" },
          // A push service of one's own, for tests; browsers of people have theirs.
          push: ENGAGE_PUSH_SERVICE
            ? { provider: "web-push", services: [ENGAGE_PUSH_SERVICE] }
            : { provider: "sandbox" },
        },
      },
    },
  ],
  modules: [files, ...redisModules],
})
