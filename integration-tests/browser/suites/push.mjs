import { accessible, becomes } from "../support/expect.mjs"
import { PUSH_SERVICE } from "../support/demo.mjs"
import { startPushService } from "../support/push-service.mjs"

/**
 * A push message, from the editor to a notification. Chromium has its own push service, which no test reaches: another one
 * stands in for it between the shop and the browser. All else is as it is: the sign-up, the encryption, the service worker
 * and what it shows.
 */
export default async function push({ context, page, url, step, shoot, admin, rows }) {
  const main = page.getByRole("main")
  const dialog = page.getByRole("dialog")
  const service = await startPushService(PUSH_SERVICE)
  const pick = async (button, option) => {
    await main
      .getByRole("button", { name: new RegExp(`^${button}\\b`) })
      .first()
      .click()
    await page.getByRole("combobox", { name: button, exact: true }).fill(option)
    await page.getByRole("option").filter({ hasText: option }).first().click()
  }
  const events = async () => {
    const found = await rows(
      `select distinct e.kind from engage_message_event e join engage_run r on r.id = e.run_id
       where r.channel = 'push' order by 1`
    )
    return found.map((row) => row.kind).join()
  }

  await step("shows the shop's key for push messages", async () => {
    await admin("/settings/engage")
    await main.getByRole("heading", { name: "Push messages to browsers" }).scrollIntoViewIfNeeded()
    await shoot("100-push-settings")
  })

  await step("signs a visitor's browser up in the shop", async () => {
    await context.grantPermissions(["notifications"], { origin: url })
    await page.addInitScript((subscription) => {
      let made = null
      const own = {
        ...subscription,
        toJSON: () => subscription,
        unsubscribe: async () => Boolean((made = null)),
      }
      PushManager.prototype.subscribe = async () => (made = own)
      PushManager.prototype.getSubscription = async () => made
    }, service.subscription)
    await page.goto(`${url}/storefront`)
    await page.getByRole("button", { name: "Tell me about news" }).click()
    await page.getByRole("button", { name: "You hear about news from us" }).waitFor()
    await shoot("101-push-shop")
    const visitor = await page.evaluate(() => window.engage.visitorId())
    await becomes(
      () => rows(`select visitor from engage_endpoint where channel = 'push'`),
      [{ visitor }]
    )
  })

  await step("belongs to the person who comes through a text message", async () => {
    const [{ text }] = await rows(
      `select s.text from engage_sandbox_mail s join engage_run r on r.id = s.run_id
       where r.channel = 'sms' and not r.is_test order by s.id desc limit 1`
    )
    await page.goto(/http\S+/.exec(text)[0])
    const agreed = async () => {
      const [row] = await rows(
        `select string_agg(c.state, '') as states from engage_endpoint e
         join engage_consent c on c.profile_id = e.profile_id and c.channel = 'push' and c.topic = '*'`
      )
      return row.states ?? ""
    }
    await becomes(agreed, "subscribed")
  })

  await step("writes a push message", async () => {
    await admin("/engage/templates/create")
    await main.getByRole("button", { name: "Push message", exact: true }).click()
    await page.waitForURL(/\/edit$/)
    await dialog.getByLabel("Name").fill("New arrivals")
    await dialog
      .getByLabel("Title")
      .fill('New for you, {{ profile.first_name | default: "friend" }}')
    await dialog.getByText("New for you, Anna").waitFor()
    await dialog.getByText("Saved", { exact: true }).waitFor()
    await shoot("102-push-editor")
    await accessible(page)
    await dialog.getByRole("button", { name: "Close" }).click()
    await main.getByRole("heading", { name: "New arrivals" }).first().waitFor()
  })

  await step("sends it, and the shop's worker shows it", async () => {
    await admin("/engage/broadcasts")
    await main.getByRole("button", { name: "Create broadcast" }).first().click()
    await page.waitForURL(/\/engage\/broadcasts\/[^/]+$/)
    await main.locator("#broadcast-name").fill("New arrivals")
    await main.getByRole("combobox", { name: "Channel" }).click()
    await page.getByRole("option", { name: "Push", exact: true }).click()
    await pick("Segment or audience", "Buyers of every channel")
    await pick("Template", "New arrivals")
    await main.getByRole("checkbox", { name: "Deliver immediately" }).click()
    await main.getByText("Saved", { exact: true }).waitFor()
    await shoot("103-push-broadcast")
    await main.getByRole("button", { name: "Start sending" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Start sending" }).click()
    const data = await service.next()
    await page.goto(`${url}/storefront`)
    const session = await context.newCDPSession(page)
    const registered = new Promise((resolve) =>
      session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
        const own = registrations.find(
          ({ scopeURL, isDeleted }) => scopeURL === `${url}/` && !isDeleted
        )
        if (own) resolve(own.registrationId)
      })
    )
    await session.send("ServiceWorker.enable")
    const registrationId = await registered
    // A worker that is just being replaced loses a message; the same one again is shown once.
    const shown = async () => {
      await session.send("ServiceWorker.deliverPushMessage", { origin: url, registrationId, data })
      await page.waitForTimeout(1_000)
      return page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready
        const found = await registration.getNotifications()
        return found.map(({ title, actions }) => `${title.slice(0, 12)} ${actions[0]?.title}`)
      })
    }
    await becomes(shown, ["New for you, Have a look"])
    await session.detach()
  })

  await step("tells that it was shown, pressed and closed", async () => {
    const arrived = async () => {
      const [row] = await rows(
        `select count(m.delivered_at)::int as n from engage_message m where m.channel = 'push'`
      )
      return String(row.n)
    }
    await becomes(arrived, "1")
    const awake = () => context.serviceWorkers().find((one) => one.url().endsWith("push-worker.js"))
    await becomes(async () => Boolean(awake()), true, { what: "the worker is awake" })
    // No test can press what the system shows: the worker hears what it would hear of it.
    await awake().evaluate(async () => {
      const [notification] = await self.registration.getNotifications()
      for (const name of ["notificationclick", "notificationclose"])
        self.dispatchEvent(new NotificationEvent(name, { notification, action: "" }))
    })
    await becomes(events, "dismissed,opened")
    await admin("/engage/broadcasts")
    await main.getByRole("link", { name: "New arrivals" }).first().click()
    await main.getByRole("link", { name: /^Opened: / }).waitFor()
    await shoot("104-push-report")
    await accessible(page)
  })

  await service.close()
}
