import { ruleBuilder } from "../support/builder.mjs"
import { accessible, number, reads } from "../support/expect.mjs"

const SENT = `
  select 1 from engage_message m join engage_run r on r.id = m.run_id and not r.is_test
  where m.profile_id = p.id and m.state = 2`
const DELIVERED =
  "m.bounced_at is null and coalesce(m.delivered_at, m.opened_at, m.clicked_at) is not null"
const BOUGHT = "select 1 from engage_touch t where t.profile_id = p.id and t.credit > 0"
const CAME = `
  select 1 from engage_session s
  where s.profile_id = p.id and s.events > 0 and coalesce(s.utm_source, s.click_id, s.referrer) is not null`
/** How many people rules about messages and sources find, by the tables themselves. */
const PEOPLE = `
  select count(*) filter (where exists (${SENT} and ${DELIVERED}))::int as delivered,
    count(*) filter (where exists (${BOUGHT}))::int as ordered,
    count(*) filter (where exists (${CAME}))::int as touched,
    count(*) filter (where exists (${SENT}))::int as written_to,
    count(*) filter (where not exists (${SENT}))::int as never
  from engage_profile p where p.removed_at is null`

/** Rules about messages, sources and files, each with its count against SQL. */
export default async function segmentsContact({ page, step, shoot, admin, rows }) {
  const builder = ruleBuilder(page)
  const { main, count } = builder

  /** Builds a rule and compares its count; what was sent or came in between the two counts in the next try. */
  const finds = async (build, wanted, name) => {
    for (let tries = 3; ; tries--) {
      await admin("/engage/segments/create")
      await build()
      const [people] = await rows(PEOPLE)
      try {
        return await reads(count, number(people[wanted]))
      } catch (error) {
        if (tries === 1) throw error
      } finally {
        await shoot(`68-rule-${name}`)
      }
    }
  }
  const where = (search, label, field) => async () => {
    await builder.add(search, label)
    await builder.only(field)
  }
  const received = ["messages received", /^Messages received: Number/]
  const visits = ["visits", /^Website visits: Number/]
  const daysSince = (days) =>
    builder.addAtLeast("days since the latest", /^Messages received: Days since/, days)

  await step(
    "asks for messages that were delivered, and for those followed by an order",
    async () => {
      await finds(where(...received, "Was delivered"), "delivered", "delivered")
      await finds(where(...received, "Was followed by an order"), "ordered", "ordered")
    }
  )

  await step("asks for people by the first and by the last source", async () => {
    await finds(where(...visits, "Is the first visit from a source"), "touched", "first-touch")
    await finds(where(...visits, "Is the latest visit from a source"), "touched", "last-touch")
  })

  await step("asks how long ago somebody was written to, or never", async () => {
    await finds(() => daysSince("0"), "written_to", "days-since")
    const never = async () => {
      await daysSince("9999")
      await reads(count, "0")
      await main.getByRole("checkbox", { name: "or never" }).click()
    }
    await finds(never, "never", "never")
    await accessible(page)
  })

  await step("asks for the file that people came in with", async () => {
    const file = `fair-${Date.now().toString(36)}`
    const people = `email,first_name\none@${file}.example,One\ntwo@${file}.example,Two\n`
    await admin("/engage/imports")
    await main.getByRole("button", { name: "Import a file" }).click()
    const dialog = page.getByRole("dialog")
    await dialog
      .getByLabel("File", { exact: true })
      .setInputFiles({ name: `${file}.csv`, mimeType: "text/csv", buffer: Buffer.from(people) })
    await dialog.getByRole("button", { name: "Upload" }).click()
    await main.getByRole("heading", { name: `${file}.csv` }).waitFor()
    await main.getByRole("button", { name: "Check" }).click()
    await main.getByRole("heading", { name: "What would happen" }).waitFor()
    await main.getByRole("button", { name: "Import", exact: true }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Import" }).click()
    await main.getByText("Done", { exact: true }).waitFor()
    await admin("/engage/segments/create")
    await builder.add("file they", "File they came in with")
    await builder.value(`${file}.csv`)
    await reads(count, "2")
    await shoot("68-rule-file")
    await admin("/engage/imports")
    await main.getByRole("link", { name: `${file}.csv` }).click()
    await main.getByRole("button", { name: "Undo" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Undo" }).click()
    await main.getByText("Undone", { exact: true }).waitFor()
  })
}
