import assert from "node:assert/strict"
import { accessible, becomes, number, reads } from "../support/expect.mjs"

/** How good contact data is, what a rule would change, a repair and its undoing, and mistyped e-mails. */
export default async function quality({ page, step, shoot, admin, rows }) {
  const main = page.getByRole("main")
  const mistyped = await rows(
    `update engage_profile_raw set email = split_part(email, '@', 1) || '@gmial.com', due = true
     where profile_id in (select id from engage_profile where email like '%@example.com' order by id limit 3)
     returning profile_id`
  )
  const [odd] = await rows(
    `update engage_profile_raw set email = 'nobody at home', due = true
     where profile_id = (select id from engage_profile where email like '%@example.org' order by id limit 1)
     returning profile_id`
  )
  await rows(`delete from engage_state where key = 'quality_round'`)

  await step("shows how many addresses can be relied on, and who they are", async () => {
    const link = main.getByRole("link", { name: /^Valid: / }).first()
    const sameAsSql = async () => {
      await admin("/engage/quality")
      const [{ due, valid }] = await rows(
        `select (select count(*)::int from engage_profile_raw where due) as due, count(*)::int as valid
         from engage_profile where removed_at is null and email_status = 'valid'`
      )
      return due === 0 && (await link.innerText()).trim() === number(valid)
    }
    // What was changed above is judged in the background.
    await becomes(sameAsSql, true, { timeout: 60_000, what: "valid addresses as SQL counts them" })
    await reads(main.getByRole("heading", { level: 1 }), "Data quality")
    await shoot("80-quality")
    await accessible(page)
    await link.click()
    await page.waitForURL(/\/engage\/segments\/create/)
    await main.getByText("Matching people, as of now.").waitFor()
  })

  await step("shows what a rule would change, repairs everybody, and takes it back", async () => {
    const [one] = await rows(
      `update engage_profile set city = upper(city)
       where id = (select id from engage_profile where city <> upper(city) and removed_at is null order by id desc limit 1)
       returning id, city`
    )
    const cityNow = async () =>
      (await rows(`select city from engage_profile where id = $1`, [one.id]))[0].city
    await admin("/engage/quality?view=rules")
    await shoot("81-quality-rules")
    await accessible(page)
    await main
      .getByRole("button", {
        name: "Addresses: see what would change",
        exact: true,
      })
      .click()
    await page.waitForURL(/\/quality\/runs\//)
    await main.getByText("1 of ").waitFor({ timeout: 90_000 })
    // Counted now: joining the people changed above may have ended a profile meanwhile.
    const [{ n: people }] = await rows(
      `select count(*)::int as n from engage_profile where removed_at is null`
    )
    await main.getByText(`1 of ${number(people)} people would change.`).waitFor()
    await main.getByRole("cell", { name: one.city, exact: true }).waitFor()
    await shoot("82-quality-check")
    await accessible(page)
    await main.getByRole("button", { name: "Repair everybody" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Repair everybody" }).click()
    await main.getByText(`1 of ${number(people)} people changed.`).waitFor({ timeout: 90_000 })
    assert.notEqual(await cityNow(), one.city)
    await main.getByRole("button", { name: "Undo" }).click()
    await main.getByText("Undone", { exact: true }).waitFor({ timeout: 60_000 })
    await becomes(cityNow, one.city)
    await rows(`update engage_profile_raw set due = true where profile_id = $1`, [one.id])
    await admin("/engage/quality?view=runs")
    await shoot("83-quality-runs")
    await accessible(page)
  })

  await step("proposes what a mistyped e-mail was meant to be", async () => {
    const proposals = () =>
      rows(
        `select domain, suggestion from engage_mail_domain
         where suggestion is not null and decision is null and people > 0 order by people desc, domain limit 1`
      )
    await becomes(async () => (await proposals()).length, 1, { timeout: 60_000 })
    const [{ domain, suggestion }] = await proposals()
    await admin("/engage/quality?view=typos")
    await shoot("84-quality-typos")
    await accessible(page)
    await main.getByRole("button", { name: domain, exact: true }).click()
    const drawer = page.getByRole("dialog")
    await drawer
      .getByText(new RegExp(`@${suggestion.replace(".", "\\.")}$`))
      .first()
      .waitFor()
    await shoot("85-quality-typo-people")
    await page.keyboard.press("Escape")
    await main.getByRole("button", { name: `Accept for everybody with ${domain}` }).click()
    await page.getByText(`${domain}: accepted for everybody`).waitFor()
    await becomes(
      async () =>
        (
          await rows(
            `select count(*)::int as n from engage_profile p join engage_profile_raw r on r.profile_id = p.id
             where split_part(lower(r.email), '@', 2) = $1 and split_part(p.email, '@', 2) <> $2 and p.removed_at is null`,
            [domain, suggestion]
          )
        )[0].n,
      0
    )
    await main.getByRole("button", { name: "Show decided" }).click()
    await main.getByRole("button", { name: "Undo" }).first().click()
    await page.getByText(`${domain}: decision taken back`).waitFor()
  })

  await step("tells on the profile what is wrong, and checks it again", async () => {
    await admin(`/engage/profiles?q=${encodeURIComponent("nobody at home")}`)
    await main.getByRole("row").nth(1).getByRole("link").first().click()
    await main.getByText("it has no @ with a name before it").waitFor()
    await main.getByRole("button", { name: "Check again" }).click()
    await page.getByText("E-mail, phone, address and time zone checked again").waitFor()
    await shoot("86-quality-profile")
    await accessible(page)
  })
  // The person at the next suite finds everything as it was.
  await rows(
    `update engage_profile_raw r set email = i.value, due = true
     from engage_identity i
     where i.profile_id = r.profile_id and i.kind = 'email' and r.profile_id = any($1::bigint[])`,
    [[...mistyped, odd].map((row) => row.profile_id)]
  )
}
