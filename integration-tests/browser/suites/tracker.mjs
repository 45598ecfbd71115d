import assert from "node:assert/strict"
import { shoot as shootPage } from "../support/browser.mjs"
import { accessible, becomes, reads } from "../support/expect.mjs"

const EVENTS = `
  select e.name, p.email
  from engage_visitor v join engage_event e on e.visitor_id = v.id left join engage_profile p on p.id = e.profile_id
  where v.key = $1 order by e.at, e.id`

/** The storefront script: from an anonymous visit to the timeline of the person who signed in. */
export default async function tracker({
  page,
  context,
  complaints,
  step,
  shoot,
  admin,
  rows,
  url,
}) {
  const main = page.getByRole("main")
  const stamp = Date.now()
  const email = `grace.${stamp}@visitors.example`
  const gift = `Gift Wrapped ${stamp}`
  const till = `Till ${stamp}`
  let shop
  let visitor

  const open = async (path) => {
    await shop.goto(`${url}${path}`)
    await shop.locator("main h1").waitFor()
    await shop.waitForFunction(() => !Array.isArray(window.engage))
  }
  /** Forgets whoever used this browser in the suites before. */
  const startAnew = () =>
    shop.evaluate(() => {
      window.engage.consent(false)
      localStorage.removeItem("engage-consent")
    })
  const visitorId = () => shop.evaluate(() => window.engage.visitorId())
  const names = async (key = visitor) => (await rows(EVENTS, [key])).map((row) => row.name)

  await step("records an anonymous visit: pages, a product, the basket", async () => {
    shop = await context.newPage()
    await open("/storefront")
    await startAnew()
    await open("/storefront?utm_source=summer&utm_medium=social&utm_campaign=mugs&gclid=x")
    visitor = await visitorId()
    await shop.locator("a.card").first().waitFor()
    // Less than half a second is no time spent, on the list as on the product.
    await shop.waitForTimeout(1_000)
    await shop.locator("a.card").first().click()
    await shop.getByRole("button", { name: "Add to basket" }).click()
    await shop.waitForTimeout(1_000)
    await shop.getByRole("link", { name: "See your basket" }).click()
    await shop.locator(".sum strong").waitFor()
    await becomes(
      () => names().then((all) => all.toSorted()),
      [
        "Cart Viewed",
        "Page Viewed",
        "Page Viewed",
        "Page Viewed",
        "Product Added",
        "Product List Viewed",
        "Product Viewed",
        "Time Spent",
        "Time Spent",
      ]
    )
    const visits = () =>
      rows(
        `select s.pages, s.products, s.cart_actions, s.device, s.os, s.utm_source, s.utm_campaign, s.click_id, s.profile_id
         from engage_session s join engage_visitor v on v.id = s.visitor_id where v.key = $1`,
        [visitor]
      )
    await becomes(visits, [
      {
        pages: 3,
        products: 1,
        cart_actions: 2,
        device: "desktop",
        os: "Linux",
        utm_source: "summer",
        utm_campaign: "mugs",
        click_id: "gclid",
        profile_id: null,
      },
    ])
  })

  await step("follows a shop that changes its address without loading a page", async () => {
    const before = (await names()).length
    await shop.evaluate(() => history.pushState({}, "", "/storefront/cart?step=2"))
    await becomes(async () => (await names()).slice(before), ["Page Viewed"])
  })

  await step("sends again what did not arrive, and it counts once", async () => {
    let cut = 0
    await shop.route("**/engage/t/events", (route) =>
      cut++ < 2 ? route.abort() : route.continue()
    )
    await shop.evaluate((name) => window.engage.track(name, { paper: "red" }), gift)
    await becomes(async () => (await names()).filter((name) => name === gift), [gift])
    assert.ok(cut >= 3)
    await shop.unroute("**/engage/t/events")
    // The browser complains of the two requests that were cut.
    complaints.splice(0)
  })

  await step("sends what waits when the page is left", async () => {
    await shop.evaluate(() => window.engage.track("Left In A Hurry"))
    await shop.goto("about:blank")
    await becomes(async () => (await names()).includes("Left In A Hurry"), true)
  })

  await step("joins the visit to the person who makes an account", async () => {
    await open("/storefront/account")
    const form = shop.locator("#register")
    for (const [name, value] of Object.entries({
      first_name: "Grace",
      last_name: "Visitor",
      email,
      password: "correct horse",
    })) {
      await form.locator(`input[name=${name}]`).fill(value)
    }
    await shootPage(shop, "40-storefront-account")
    await form.getByRole("button", { name: "Make an account" }).click()
    await reads(shop.locator("#signed-in"), email)
    await becomes(
      async () => [...new Set((await rows(EVENTS, [visitor])).map((row) => row.email))],
      [email]
    )
  })

  await step("makes an event of a click that the owner named in the admin", async () => {
    const opened = `Brand Clicked ${stamp}`
    await admin("/engage/events?view=clicks")
    await accessible(page)
    await main.getByRole("button", { name: "New event from clicks" }).first().click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Event").fill(opened)
    await dialog.getByLabel("Clicked on").fill("a[")
    await dialog.getByText("This is not a CSS selector.").waitFor()
    await dialog.getByLabel("Clicked on").fill(".brand")
    await dialog.getByLabel("On pages").fill("/storefront/cart")
    await dialog.getByRole("switch", { name: "Keep the text" }).click()
    await shoot("45-click-rule")
    await accessible(page, "[role=dialog]")
    await dialog.getByRole("button", { name: "Save" }).click()
    const row = main.getByRole("row", { name: opened })
    await row.getByText("Not seen yet").waitFor()

    const known = shop.waitForResponse(
      async (answer) => {
        if (!answer.url().endsWith("/engage/t/rules")) return false
        // What a page got that was left meanwhile cannot be read any more.
        const { rules } = await answer.json().catch(() => ({ rules: [] }))
        return rules.some(({ n }) => n === opened)
      },
      { timeout: 60_000 }
    )
    // The browser may keep the rules for a minute.
    await shop.route("**/engage/t/rules", (route) => route.continue())
    await open("/storefront")
    await shop.locator(".brand").click()
    await open("/storefront/cart")
    await known
    await shop.locator(".brand").click()
    await shop.locator("a.card").first().waitFor()
    await becomes(
      () => rows(`select properties from engage_event where name = $1`, [opened]),
      [{ properties: { path: "/storefront/cart", text: "Regency Gifts" } }]
    )
    await shop.unroute("**/engage/t/rules")
    await row.getByText("Once,").waitFor()
    await shoot("46-click-rules")
    await accessible(page)
    await row.getByRole("switch").click()
    await page.getByText(`${opened} is no longer recorded`).waitFor()
    await open("/storefront/account")
  })

  await step("begins with somebody new after signing out", async () => {
    await shop.getByRole("button", { name: "Sign out" }).click()
    await shop.locator("#login").waitFor()
    await becomes(async () => (await visitorId()) !== visitor, true)
  })

  await step("stores and sends nothing before consent, where the shop asks for it", async () => {
    let sent = 0
    await shop.route("**/engage/t/events", (route) => {
      sent++
      return route.continue()
    })
    await shop.route("**/storefront", async (route) => {
      const answer = await route.fetch()
      const body = (await answer.text()).replace("data-key=", 'data-consent="required" data-key=')
      await route.fulfill({ response: answer, body })
    })
    await startAnew()
    await shop.goto("about:blank")
    sent = 0
    await open("/storefront")
    await shop.locator("a.card").first().waitFor()
    await shop.waitForTimeout(1500)
    assert.deepEqual(
      await shop.evaluate(() =>
        Object.keys(localStorage).filter((key) => key.startsWith("engage"))
      ),
      []
    )
    assert.equal(await shop.evaluate(() => document.cookie.includes("engage")), false)
    assert.equal(sent, 0)
    await shop.evaluate(() => window.engage.consent(true))
    const later = await visitorId()
    await becomes(
      () => names(later).then((all) => all.toSorted()),
      ["Page Viewed", "Product List Viewed"]
    )
    await shop.evaluate(() => window.engage.consent(false))
    assert.equal(await shop.evaluate(() => localStorage.getItem("engage")), null)
    await shop.evaluate(() => localStorage.removeItem("engage-consent"))
    await shop.unroute("**/storefront")
    await shop.unroute("**/engage/t/events")
  })

  await step("knows a visitor of one domain on another of the shop's", async () => {
    const here = new URL(url)
    const there = new URL(url)
    there.hostname = here.hostname === "localhost" ? "127.0.0.1" : "localhost"
    await shop.route("**/storefront*", async (route) => {
      const answer = await route.fetch()
      const body = (await answer.text()).replace(
        "data-key=",
        `data-domains="${here.host} ${there.host}" data-key=`
      )
      await route.fulfill({ response: answer, body })
    })
    const onOther = () => shop.waitForURL((address) => address.host === there.host)
    await open("/storefront")
    const known = await visitorId()
    await shop.evaluate((href) => {
      document.querySelector(".brand").href = href
    }, `${there.origin}/storefront?from=here`)
    await shop.locator(".brand").click()
    await onOther()
    await shop.waitForFunction(() => !Array.isArray(window.engage))
    await becomes(visitorId, known)
    await becomes(async () => new URL(shop.url()).search, "?from=here")
    await becomes(
      async () =>
        (
          await rows(
            `select count(distinct v.id)::int as n from engage_event e join engage_visitor v on v.id = e.visitor_id
             where v.key = $1 and e.properties->>'search' like '%from=here%'`,
            [known]
          )
        )[0].n,
      1
    )
    // What carried the visitor is not in the address any more, and a copied one from elsewhere carries nobody.
    await shop.evaluate(() => window.engage.consent(false))
    await shop.evaluate(() => localStorage.removeItem("engage-consent"))
    await shop.goto(`${there.origin}/storefront?_eng=${known}.${Date.now().toString(36)}`)
    await shop.waitForFunction(() => !Array.isArray(window.engage))
    assert.notEqual(await visitorId(), known)
    await shop.unroute("**/storefront*")
    await shop.close()
  })

  await step("subscribes who signs up in the storefront once they confirm it", async () => {
    const reader = `reader.${stamp}@visitors.example`
    const letters = await context.newPage()
    await letters.goto(`${url}/storefront`)
    await letters.locator("a.card").first().waitFor()
    const form = letters.locator("#sign-up")
    await form.getByLabel("E-mail").fill(reader)
    await form.getByLabel("Birthday").fill("1988-04-09")
    await form.getByRole("button", { name: "Sign up" }).click()
    await reads(
      form.getByRole("status"),
      "Nearly done: we have sent you an e-mail. Press its button and you are in."
    )
    await shootPage(letters, "33-storefront-sign-up")
    const consents = () =>
      rows(
        `select c.topic, c.state, c.method, c.text_version, p.birthday::text as birthday
         from engage_consent_log c join engage_profile p on p.id = c.profile_id where p.email = $1 order by 1`,
        [reader]
      )
    const mails = () => rows(`select text from engage_sandbox_mail where recipient = $1`, [reader])
    await becomes(async () => (await mails()).length, 1, { what: "the mail to confirm" })
    assert.deepEqual(await consents(), [])
    const [mail] = await mails()
    await letters.goto(/https?:\/\/\S+\/engage\/confirm\/\S+/.exec(mail.text)[0])
    await letters.getByRole("button").click()
    await letters.getByText("You are subscribed").waitFor()
    const said = { state: "subscribed", method: "double_opt_in", text_version: "footer-1" }
    await becomes(consents, [
      { topic: "*", ...said, birthday: "1988-04-09" },
      { topic: "news", ...said, birthday: "1988-04-09" },
    ])
    await letters.close()
  })

  await step("shows the visit on the person's timeline", async () => {
    await admin(`/engage/profiles?q=${email}`)
    await main.getByRole("table", { name: "Profiles" }).getByText("Grace Visitor").click()
    await reads(main.getByRole("heading", { level: 1 }), "Grace Visitor")
    await main.getByText("Visit on Chrome, Linux").first().waitFor()
    await main.getByText("summer / social / mugs").first().waitFor()
    await main.getByRole("heading", { name: "Devices" }).waitFor()
    await shoot("41-visit-on-timeline")
    await accessible(page)
  })

  await step("lists events as they come in, and what they hold", async () => {
    await admin(`/engage/events?name=${encodeURIComponent(gift)}`)
    const table = main.getByRole("table", { name: "Events" })
    await becomes(() => table.locator("tbody tr").count(), 1)
    await table.getByRole("button", { name: gift }).click()
    await page.getByRole("dialog").getByText('"paper": "red"').waitFor()
    await shoot("42-event")
    await page.keyboard.press("Escape")
    await admin("/engage/events?view=names")
    await accessible(page)
    await main.getByRole("button", { name: "Product Viewed", exact: true }).click()
    await page.getByRole("dialog").getByText("product_id", { exact: true }).waitFor()
    await shoot("43-event-names")
    await accessible(page, "[role=dialog]")
  })

  await step("takes events from another system, mapped and tried before", async () => {
    await admin("/engage/sources")
    await main.getByRole("button", { name: "New source" }).first().click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Name").fill(till)
    await dialog.getByRole("button", { name: "New source" }).click()
    const secret = await dialog.locator("code").innerText()
    await dialog.getByRole("link", { name: "Set it up" }).click()
    await reads(main.getByRole("heading", { level: 1 }), till)
    await main
      .getByLabel("Try it")
      .fill(JSON.stringify({ kind: "sale", customer: { mail: email }, sum: 12 }))
    await main.getByLabel("Name of the event").fill("=Till Visit")
    await main.getByLabel("E-mail of the person").fill("customer.mail")
    await main.getByText("This becomes 1 event").waitFor()
    await main.getByRole("button", { name: "Save" }).click()
    await page.getByText("Saved", { exact: true }).first().waitFor()
    const address = (await main.locator("code").first().innerText()).replace("POST ", "")
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
      body: JSON.stringify({ kind: "sale", customer: { mail: email }, sum: 12 }),
    })
    assert.deepEqual(await answer.json(), { accepted: 1, duplicates: 0, rejected: [] })
    await main.getByText("1 stored, 0 known already, 0 refused").waitFor()
    await shoot("44-source")
    await accessible(page)
  })

  await step("takes the device off the profile again", async () => {
    await admin(`/engage/profiles?q=${email}`)
    await main.getByRole("table", { name: "Profiles" }).getByText("Grace Visitor").click()
    await main.getByText("Till Visit").first().waitFor()
    await main.getByRole("button", { name: "Not this person" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Not this person" }).click()
    await main.getByText("Taken off").waitFor()
    await becomes(
      async () => [...new Set((await rows(EVENTS, [visitor])).map((row) => row.email))],
      [null]
    )
  })

  await step("is readable in the dark", async () => {
    await page.evaluate(() => localStorage.setItem("medusa_admin_theme", "dark"))
    for (const [name, path] of [
      ["events", "/engage/events"],
      ["event-names", "/engage/events?view=names"],
      ["event-clicks", "/engage/events?view=clicks"],
      ["sources", "/engage/sources"],
    ]) {
      await admin(path)
      await main.locator("tbody tr").first().waitFor()
      await shoot(`dark-${name}`)
      await accessible(page)
    }
    await main.getByRole("link", { name: till }).click()
    await reads(main.getByRole("heading", { level: 1 }), till)
    await shoot("dark-source")
    await accessible(page)
    await page.evaluate(() => localStorage.setItem("medusa_admin_theme", "light"))
  })
}
